package jp.tsunagu.compose.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.compose.broker.EmbeddedBroker;
import jp.tsunagu.compose.city.City;
import tools.jackson.databind.json.JsonMapper;

/**
 * The broker in a process of its own, which ends as {@link ServiceMain} does. Each further line on
 * its standard input names a user that is expelled from now on; an empty one lets everybody in
 * again.
 */
final class BrokerMain {
  private BrokerMain() {}

  /**
   * What it is told.
   *
   * @param further settings of Kafka's own
   * @param ready a file that is made when it can be used
   */
  record Order(
      String data,
      int port,
      String city,
      String secrets,
      Map<String, String> further,
      String ready) {
    Order {
      further = Map.copyOf(further);
    }
  }

  /** Its one argument is the folder for its log files. */
  static void main(String[] arguments) throws IOException {
    ProcessLogs.to(Path.of(arguments[0]));
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var order = JsonMapper.shared().readValue(lines.readLine(), Order.class);
      var broker = EmbeddedBroker.start(Path.of(order.data), order.port, order.further);
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stopping"));
      var logins = new Logins(City.read(Path.of(order.city)), Passwords.in(Path.of(order.secrets)));
      broker.admit(logins.ofBroker(), logins.rights());
      Files.createFile(Path.of(order.ready));
      for (var user = lines.readLine(); user != null; user = lines.readLine()) {
        if (user.isEmpty()) {
          broker.admit(logins.ofBroker(), logins.rights());
        } else {
          broker.expel(user);
        }
      }
    }
    Runtime.getRuntime().halt(1);
  }
}
