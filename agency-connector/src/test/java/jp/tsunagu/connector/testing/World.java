package jp.tsunagu.connector.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One network and one connector for all tests that break neither; each test takes agencies of its
 * own, so that none sees another's rows.
 */
public final class World implements AutoCloseable {

  private static final int AGENCIES = 100;
  private static final int MOST = 500;

  private final AgencyId[] agencies =
      IntStream.rangeClosed(1, AGENCIES)
          .mapToObj(i -> new AgencyId("agency-%02d".formatted(i)))
          .toArray(AgencyId[]::new);
  private final AtomicInteger next = new AtomicInteger();
  private final TestNetwork network = new TestNetwork(agencies);
  private final TestConnector connector =
      TestConnector.start(
          network.address(), TestPostgres.freshDatabase(), dataDirectory(), agencies);

  private static Path dataDirectory() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "connectors").toAbsolutePath());
      return Files.createTempDirectory(parent, "world-");
    } catch (IOException e) {
      throw new UncheckedIOException("no data directory", e);
    }
  }

  /** An agency no other test uses; its key is published. */
  public AgencyId agency() {
    AgencyId agency = agencyWithoutKey();
    publishKey(agency);
    return agency;
  }

  /** An agency no other test uses, whose key the network does not know yet. */
  public AgencyId agencyWithoutKey() {
    return agencies[next.getAndIncrement()];
  }

  /** Publishes what this agency has announced, once it has. */
  public void publishKey(AgencyId agency) {
    await().atMost(SOON).until(() -> !network.outbox(agency).isEmpty());
    network.publishKeysOf(agency);
  }

  /** The network; the test plays the gateway. */
  public TestNetwork network() {
    return network;
  }

  /** What an agency was told beside the keys of others, which come whenever they come. */
  public List<InboxItem> newsOf(AgencyId agency) {
    return connector.records().inbox(agency, 0, MOST).stream()
        .filter(item -> !(item.content() instanceof InboxContent.KeysAnnounced))
        .toList();
  }

  /** The connector that hosts all agencies. */
  public TestConnector connector() {
    return connector;
  }

  @Override
  public void close() {
    connector.close();
    network.close();
  }

  /** Hands the world to tests that ask for it. */
  public static final class Provided implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(World.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(World.class, _ -> new World(), World.class);
    }
  }
}
