package jp.tsunagu.contract.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/** What a lone test broker is configured with; its ports stay the same for its whole life. */
record BrokerSettings(Path dataDirectory, int brokerPort, int controllerPort) {
  private static final String HOST = "127.0.0.1";
  private static final int NODE_ID = 1;

  /** Always the same, because a kept directory is refused by a broker of another cluster. */
  private static final String CLUSTER_ID = "dHN1bmFndS10ZXN0aW5ncw";

  /** Internal topics small and with one replica; quick to start and quick to be noticed as gone. */
  private static final Map<String, String> LONE_BROKER =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("broker.session.timeout.ms", "3000"),
          // the default takes 128 MB of the test's heap
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          // twice for every partition; a segment whose index is full ends after 350 MB or more
          Map.entry("log.index.size.max.bytes", "1048576"));

  static BrokerSettings onFreePorts(Path dataDirectory) {
    return new BrokerSettings(dataDirectory, FreePort.any(), FreePort.any());
  }

  String bootstrapServers() {
    return HOST + ":" + brokerPort;
  }

  /** Prepares an empty directory for a broker; leaves one that is prepared already as it is. */
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

  Properties properties() {
    var listener = "BROKER://" + bootstrapServers();
    var controller = HOST + ":" + controllerPort;
    var properties = new Properties();
    properties.putAll(LONE_BROKER);
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", Integer.toString(NODE_ID));
    properties.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
    properties.setProperty("listeners", listener + ",CONTROLLER://" + controller);
    properties.setProperty("advertised.listeners", listener);
    properties.setProperty("inter.broker.listener.name", "BROKER");
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty(
        "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.setProperty("log.dirs", dataDirectory.toString());
    return properties;
  }
}
