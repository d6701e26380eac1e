package jp.tsunagu.compose.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * What the lone broker is configured with.
 *
 * <p>The tests of the other modules have a broker of their own, because the product may not ship
 * test code and no service may depend on this module; the two share no more than these settings.
 *
 * @param guard who may use it
 * @param further settings of Kafka's own over these, such as an encrypted listener {@code BROKER}
 */
record BrokerSettings(Path dataDirectory, int port, Guard guard, Map<String, String> further) {
  private static final String HOST = "127.0.0.1";
  private static final int NODE_ID = 1;

  /** Always the same, because a kept directory is refused by a broker of another cluster. */
  private static final String CLUSTER_ID = "dHN1bmFndS1jb21wb3NlIQ";

  private static final Map<String, String> LONE_BROKER =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          // what begins while the transaction before still ends waits for it here; after the 100 ms
          // of the default, too few for the first ones of a fresh broker, its writer is told to try
          // again and warns of every record
          Map.entry("add.partitions.to.txn.retry.backoff.max.ms", "5000"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // the next start waits for the end of this session when the process was killed
          Map.entry("broker.heartbeat.interval.ms", "1000"),
          Map.entry("broker.session.timeout.ms", "5000"),
          // one machine, some dozen clients: each thread more only wakes up to find nothing to do
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("group.coordinator.threads", "1"),
          // whoever follows the controller is this process: it need not be told that nothing
          // happens
          Map.entry("metadata.max.idle.interval.ms", "60000"),
          // 60 days: a gateway that was away for long must not read 30 days of outboxes again
          Map.entry("offsets.retention.minutes", "86400"),
          // the default takes 128 MB of the heap that all services share
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          // twice for every partition; a segment whose index is full ends after 350 MB or more
          Map.entry("log.index.size.max.bytes", "1048576"));

  BrokerSettings {
    further = Map.copyOf(further);
  }

  String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Prepares an empty directory; leaves one that is prepared already as it is. */
  void format() {
    try (var silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(NODE_ID)
          .setClusterId(CLUSTER_ID)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(dataDirectory.toString())
          .addDirectory(dataDirectory.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot prepare " + dataDirectory, exception);
    } catch (Exception exception) {
      throw new IllegalStateException("cannot prepare " + dataDirectory, exception);
    }
  }

  /** The settings of one start; the controller is seen by this broker alone and takes any port. */
  Properties properties() {
    var listener = "BROKER://" + bootstrapServers();
    var controller = HOST + ":" + FreePort.any();
    var properties = new Properties();
    properties.putAll(LONE_BROKER);
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", Integer.toString(NODE_ID));
    properties.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
    properties.setProperty("listeners", listener + ",CONTROLLER://" + controller);
    properties.setProperty("advertised.listeners", listener);
    properties.setProperty("inter.broker.listener.name", "BROKER");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("log.dirs", dataDirectory.toString());
    properties.putAll(guard.ofBroker());
    properties.putAll(further);
    return properties;
  }

  /** What a client is told that acts for the broker itself; it trusts whom the broker trusts. */
  Map<String, String> ofItself() {
    var all = new HashMap<>(guard.ofItself());
    further.forEach(
        (name, value) -> {
          if (name.startsWith("ssl.truststore.")) {
            all.put(name, value);
            all.put("security.protocol", "SASL_SSL");
          }
        });
    all.put("bootstrap.servers", bootstrapServers());
    return all;
  }
}
