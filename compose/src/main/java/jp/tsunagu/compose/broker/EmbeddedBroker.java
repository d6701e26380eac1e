package jp.tsunagu.compose.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.gateway.admission.Admission;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.file.OwnerOnly;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker (KRaft, broker and controller in one) inside this process, on 127.0.0.1, whose
 * data stays in its directory from run to run.
 *
 * <p>Nobody uses it without a login, and nobody does what was not granted ({@link #admit}); before
 * that, only the process itself does ({@link #ofItself}). Topics are never created by themselves
 * and internal topics have one replica. After a kill the next start takes about 5 s longer, until
 * the old broker's session has ended.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final BrokerSettings settings;
  private @Nullable KafkaRaftServer server;

  private EmbeddedBroker(BrokerSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts a broker and waits until clients can use it.
   *
   * @param dataDirectory created and prepared if it does not exist
   * @param port where clients connect; must be free
   */
  public static EmbeddedBroker start(Path dataDirectory, int port) {
    return start(dataDirectory, port, Map.of());
  }

  /**
   * The same with settings of Kafka's own over the usual ones; its listeners are {@code BROKER} and
   * {@code CONTROLLER}, not encrypted unless these say otherwise.
   */
  public static EmbeddedBroker start(Path dataDirectory, int port, Map<String, String> further) {
    try {
      OwnerOnly.folder(dataDirectory);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot create " + dataDirectory, exception);
    }
    var settings = new BrokerSettings(dataDirectory, port, Guard.fresh(), further);
    settings.format();
    var broker = new EmbeddedBroker(settings);
    broker.restart();
    return broker;
  }

  /** Host and port for clients; the same before and after {@link #restart()}. */
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /**
   * Says who may log in and what each may do; whoever else could before no longer can.
   *
   * @throws IllegalStateException when the broker did not take it within 30 s
   */
  public void admit(Collection<Login> logins, Collection<AclBinding> rights) {
    change(admission -> admission.exactly(logins, rights));
  }

  /**
   * Takes login and rights away from this user, whoever is connected under its name.
   *
   * @throws IllegalStateException when the broker did not take it within 30 s
   */
  public void expel(String user) {
    change(admission -> admission.expel(user));
  }

  /** Something that is said of who may do what. */
  private interface Change {
    void in(Admission admission) throws ExecutionException, InterruptedException, TimeoutException;
  }

  private void change(Change change) {
    var itself = BrokerAccess.plain("broker", bootstrapServers()).with(ofItself());
    try (var admin = itself.admin("rights")) {
      change.in(new Admission(admin));
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", exception);
    } catch (ExecutionException | TimeoutException exception) {
      throw new IllegalStateException("the broker's rules were not taken", exception);
    }
  }

  /**
   * The settings of a client that may do everything, in Kafka's own words; they are good while this
   * process lives.
   */
  public Map<String, String> ofItself() {
    return settings.ofItself();
  }

  /** Where the broker keeps its log segments. */
  public Path dataDirectory() {
    return settings.dataDirectory();
  }

  /** Whether the broker is up at this moment. */
  public synchronized boolean isRunning() {
    return server != null;
  }

  /** Shuts the broker down cleanly and keeps its data; does nothing when it is down already. */
  public synchronized void stop() {
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
    stop();
  }
}
