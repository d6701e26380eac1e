package jp.tsunagu.compose.run;

import java.util.List;
import jp.tsunagu.compose.city.City;

/** What the gateway's own commands are told about the network of a data folder. */
public final class GatewayArguments {
  private GatewayArguments() {}

  /** The way to its broker, and its network.yaml. */
  public static List<String> of(DataFolder folder, SingleMachine machine) {
    var logins = new Logins(City.read(folder.city()), Passwords.in(folder.secrets()));
    var way = new WayToTheBroker(machine.broker().bootstrapServers()).of(logins.gateway());
    return java.util.stream.Stream.concat(
            way.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()),
            java.util.stream.Stream.of("--tsunagu.network-file=" + folder.city()))
        .toList();
  }
}
