package jp.tsunagu.contract.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.contract.id.NetworkId;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside the test's JVM, on 127.0.0.1.
 *
 * <p>It can be stopped and started again on the same port with the same data, so that a test can
 * take the broker away for a while. Topics are never created by themselves; every internal topic
 * has one replica. Up in two to four seconds: a test that neither stops nor breaks its broker takes
 * {@link #shared()} and a {@link #newNetwork} of its own.
 *
 * <p>While a lone broker is away, a producer with the default {@code
 * metadata.recovery.strategy=rebootstrap} forgets its topics; its {@code send} then blocks for
 * {@code max.block.ms} and fails. With {@code none} it keeps them and the record waits.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final Path dataDirectory;
  private final Lifetime lifetime;
  private final BrokerSettings settings;
  private final AtomicInteger networks = new AtomicInteger();
  private @Nullable KafkaRaftServer server;

  private EmbeddedBroker(Path dataDirectory, Lifetime lifetime, BrokerSettings settings) {
    this.dataDirectory = dataDirectory;
    this.lifetime = lifetime;
    this.settings = settings;
  }

  /** Starts a broker on an empty directory of its own, which {@link #close()} deletes. */
  public static EmbeddedBroker start() {
    return started(ownDirectory(), Lifetime.TEST);
  }

  /**
   * The one broker that all tests of this JVM share, each with a network of its own; it starts when
   * first asked for and ends with the JVM. {@link #close()} leaves it running, and nobody stops it.
   */
  public static EmbeddedBroker shared() {
    return Shared.BROKER;
  }

  /**
   * The id of a network that nobody else uses on this broker, so that no topic, group or
   * transaction of two tests meets.
   *
   * @param name what it begins with: lower-case letters, at most 30
   */
  public NetworkId newNetwork(String name) {
    return new NetworkId(name + "-" + networks.incrementAndGet());
  }

  private static Path ownDirectory() {
    try {
      var parent = Files.createDirectories(Path.of("target", "brokers").toAbsolutePath());
      return Files.createTempDirectory(parent, "broker-");
    } catch (IOException exception) {
      throw new UncheckedIOException("no directory for a test broker", exception);
    }
  }

  /**
   * Starts a broker on a directory that is kept; one that already holds a broker's data is used as
   * it is, on a new port.
   */
  public static EmbeddedBroker start(Path dataDirectory) {
    return started(dataDirectory, Lifetime.TEST_BUT_NOT_ITS_DATA);
  }

  private static EmbeddedBroker started(Path dataDirectory, Lifetime lifetime) {
    var settings = BrokerSettings.onFreePorts(dataDirectory);
    settings.format();
    var broker = new EmbeddedBroker(dataDirectory, lifetime, settings);
    broker.restart();
    return broker;
  }

  /** Host and port for clients; the same before and after {@link #restart()}. */
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /** Makes topics that can be used at once; see {@link MadeTopics}. */
  public void make(Collection<NewTopic> wanted) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      MadeTopics.make(admin, wanted);
    }
  }

  /** The same for a few. */
  public void make(NewTopic... wanted) {
    make(List.of(wanted));
  }

  /** Where the broker keeps its log segments, for tests that search what is written there. */
  public Path dataDirectory() {
    return dataDirectory;
  }

  /** Whether the broker is up at this moment. */
  public synchronized boolean isRunning() {
    return server != null;
  }

  /**
   * Shuts the broker down cleanly and keeps its data; does nothing when it is down already.
   *
   * @throws IllegalStateException if it is shared: others would lose it
   */
  public void stop() {
    if (lifetime == Lifetime.JVM) {
      throw new IllegalStateException("a shared broker is not stopped; start an own one");
    }
    shutDown();
  }

  private synchronized void shutDown() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** Starts the broker again on the same port and data; does nothing when it is up. */
  public synchronized void restart() {
    if (server == null) {
      var next = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
      next.startup();
      server = next;
    }
  }

  @Override
  public void close() {
    switch (lifetime) {
      case JVM -> {}
      case TEST_BUT_NOT_ITS_DATA -> shutDown();
      case TEST -> end();
    }
  }

  private void end() {
    shutDown();
    delete(dataDirectory);
  }

  private static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new DeletingVisitor());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot delete " + directory, exception);
    }
  }

  private static final class DeletingVisitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException exception) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException exception)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }

  private enum Lifetime {
    TEST,
    TEST_BUT_NOT_ITS_DATA,
    JVM
  }

  /** Started by the first who asks. */
  private static final class Shared {
    private static final EmbeddedBroker BROKER = started(ownDirectory(), Lifetime.JVM);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(BROKER::end, "end-of-shared-broker"));
    }
  }
}
