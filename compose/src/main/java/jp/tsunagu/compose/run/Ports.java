package jp.tsunagu.compose.run;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.compose.broker.FreePort;

/** Where the services listen on 127.0.0.1; all of them differ. */
public record Ports(
    int gateway, int connector, int scheduler, int statistics, int broker, int login) {
  /** What a person gets who says nothing. */
  public static final Ports USUAL = new Ports(8080, 8100, 8200, 8300, 19092, 8400);

  /** Six that nobody uses, for tests and measurements. */
  public static Ports anyFree() {
    return new Ports(
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any());
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
        .filter(use -> !FreePort.is(use.port))
        .findFirst()
        .map(Use::obstacle);
  }

  private record Use(String service, String option, int port) {
    Obstacle obstacle() {
      return new Obstacle(
          Obstacle.Code.PORT_IN_USE,
          service + "のポート " + port + " は別のプログラムが使用中です。それを終了するか、" + option + " で別の番号を指定してください。");
    }
  }
}
