package jp.tsunagu.compose.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Where the services listen on 127.0.0.1; all of them differ. */
public record Ports(
    int gateway, int connector, int scheduler, int statistics, int broker, int login) {
  /** What a person gets who says nothing. */
  public static final Ports USUAL = new Ports(8080, 8100, 8200, 8300, 19092, 8400);

  private static final String HOST = "127.0.0.1";
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  /**
   * Six ports that are free at this moment and were given to nobody of this process before, for
   * tests and measurements: between choosing and listening another network may start.
   */
  public static Ports anyFree() {
    var chosen =
        ThreadLocalRandom.current()
            .ints(26_000, 32_000)
            .filter(port -> isFree(port) && GIVEN.add(port))
            .limit(6)
            .toArray();
    return new Ports(chosen[0], chosen[1], chosen[2], chosen[3], chosen[4], chosen[5]);
  }

  /** With another one for the gateway. */
  public Ports withGateway(int port) {
    return new Ports(port, connector, scheduler, statistics, broker, login);
  }

  /** With another one for the connector. */
  public Ports withConnector(int port) {
    return new Ports(gateway, port, scheduler, statistics, broker, login);
  }

  /** With another one for the meeting scheduler. */
  public Ports withScheduler(int port) {
    return new Ports(gateway, connector, port, statistics, broker, login);
  }

  /** With another one for the statistics. */
  public Ports withStatistics(int port) {
    return new Ports(gateway, connector, scheduler, port, broker, login);
  }

  /** With another one for the broker. */
  public Ports withBroker(int port) {
    return new Ports(gateway, connector, scheduler, statistics, port, login);
  }

  /** With another one for the login. */
  public Ports withLogin(int port) {
    return new Ports(gateway, connector, scheduler, statistics, broker, port);
  }

  /** The first obstacle among the ports, if any is taken. */
  public Optional<Obstacle> taken() {
    return List.of(
            new Use("ゲートウェイ", "--gateway-port", gateway),
            new Use("コネクター", "--connector-port", connector),
            new Use("会議調整", "--scheduler-port", scheduler),
            new Use("統計", "--stats-port", statistics),
            new Use("ブローカー", "--broker-port", broker),
            new Use("ログイン", "--login-port", login))
        .stream()
        .filter(use -> !isFree(use.port))
        .findFirst()
        .map(Use::obstacle);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private record Use(String service, String option, int port) {
    Obstacle obstacle() {
      return new Obstacle(
          Obstacle.Code.PORT_IN_USE,
          service + "のポート " + port + " は別のプログラムが使用中です。それを終了するか、" + option + " で別の番号を指定してください。");
    }
  }
}
