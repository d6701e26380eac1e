package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.run.ProcessNetwork.Part;

/**
 * What each process of a {@link ProcessNetwork} is told at each of its starts.
 *
 * @param further ports beside the usual ones: of the receivers' connector, the controller, and the
 *     broker's listener to which the detour leads
 * @param detour the port where the sender's way to the broker begins
 */
record ChildOrders(
    DataFolder folder,
    Ports ports,
    Ports further,
    Services services,
    EmbeddedDatabase database,
    int detour) {
  private static final String SECOND = "second";

  /** Of this part. */
  Object of(Part part) {
    var way = new WayToTheBroker(servers());
    return switch (part) {
      case BROKER -> broker();
      case GATEWAY -> ChildOrder.of(services.gateway(way), clockOf(part));
      case SENDER -> ChildOrder.of(sender(), clockOf(part));
      case RECEIVERS -> ChildOrder.of(receivers(way), clockOf(part));
      case SCHEDULER -> ChildOrder.of(services.scheduler(way), clockOf(part));
      case STATISTICS -> ChildOrder.of(services.statistics(way), clockOf(part));
    };
  }

  /** Beside the usual listener there is one whose address leads over the detour. */
  private BrokerMain.Order broker() {
    try {
      Files.deleteIfExists(ready());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot delete " + ready(), exception);
    }
    var itself = "BROKER://" + servers();
    var controller = "127.0.0.1:" + further.gateway();
    var listener = "DETOUR://127.0.0.1:";
    var settings =
        Map.of(
            "listeners",
            itself + ",CONTROLLER://" + controller + "," + listener + further.broker(),
            "advertised.listeners",
            itself + "," + listener + detour,
            "controller.quorum.voters",
            "1@" + controller,
            "listener.security.protocol.map",
            "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT,DETOUR:SASL_PLAINTEXT",
            "listener.name.detour.sasl.enabled.mechanisms",
            "SCRAM-SHA-512",
            "listener.name.detour.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    return new BrokerMain.Order(
        folder.broker().toString(),
        ports.broker(),
        folder.city().toString(),
        folder.secrets().toString(),
        settings,
        ready().toString());
  }

  /** A file that is there while the broker can be used. */
  Path ready() {
    return folder.temporary().resolve("broker-is-ready");
  }

  private SpringService sender() {
    var way = new WayToTheBroker("127.0.0.1:" + detour);
    return services.connector(way, database, List.of(ProcessNetwork.SENDER));
  }

  private SpringService receivers(WayToTheBroker way) {
    var others =
        services.city().everyone().stream()
            .filter(agency -> !agency.equals(ProcessNetwork.SENDER))
            .toList();
    var usual = services.connector(way, database, others);
    var properties = new LinkedHashMap<>(usual.properties());
    properties.put(
        "tsunagu.connector.data-dir", folder.connector().resolve(ProcessNetwork.RECEIVERS));
    properties.put("spring.datasource.url", database.jdbcUrl(ProcessNetwork.RECEIVERS));
    properties.put("spring.datasource.username", ProcessNetwork.RECEIVERS);
    properties.put(
        "spring.datasource.password",
        services.logins().passwords().of("database." + ProcessNetwork.RECEIVERS));
    return new SpringService(
        usual.name(), usual.application(), further.connector(), usual.exclusions(), properties);
  }

  /** Of a second one of this part, with a name, a state and a port of its own. */
  Object ofSecond(Part part, Ports itsPorts) {
    var way = new WayToTheBroker(servers());
    var first =
        switch (part) {
          case GATEWAY -> services.gateway(way);
          case SCHEDULER -> services.scheduler(way);
          case STATISTICS -> services.statistics(way);
          case BROKER, SENDER, RECEIVERS ->
              throw new IllegalArgumentException("there is no second " + part);
        };
    var port = portOf(part, itsPorts);
    var properties = new LinkedHashMap<>(first.properties());
    properties.put("tsunagu.instance", SECOND);
    properties.put("tsunagu.state-dir", folder.streams().resolve(SECOND + "-" + part));
    properties.computeIfPresent("tsunagu.advertised", (_, _) -> "127.0.0.1:" + port);
    var second =
        new SpringService(first.name(), first.application(), port, first.exclusions(), properties);
    return ChildOrder.of(second, clockOf(part));
  }

  /** Which of these is its. */
  static int portOf(Part part, Ports ports) {
    return switch (part) {
      case BROKER -> ports.broker();
      case GATEWAY -> ports.gateway();
      case SENDER, RECEIVERS -> ports.connector();
      case SCHEDULER -> ports.scheduler();
      case STATISTICS -> ports.statistics();
    };
  }

  /** Where clients of the broker begin. */
  String servers() {
    return "127.0.0.1:" + ports.broker();
  }

  /** Where the offset of a service's clock stands. */
  Path clockOf(Part part) {
    return folder.temporary().resolve("clock-" + part);
  }
}
