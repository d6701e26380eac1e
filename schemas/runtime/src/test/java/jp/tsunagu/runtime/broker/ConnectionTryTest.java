package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTryTest {

  @Test
  void one_client_asks_as_long_as_it_is_answered_and_another_after_a_failure() throws Exception {
    try (EmbeddedBroker server = EmbeddedBroker.start();
        ConnectionTry way =
            new ConnectionTry(BrokerAccess.plain("watch", server.bootstrapServers()), "kept")) {
      assertThat(way.now()).isEqualTo(new Connection.Reached());
      List<Thread> first = clients();
      assertThat(first).hasSize(1);
      assertThat(way.now()).isEqualTo(new Connection.Reached());
      assertThat(clients()).isEqualTo(first);
      server.stop();
      assertThat(way.now()).isInstanceOf(Connection.Unreachable.class);
      await().atMost(Duration.ofSeconds(30)).until(() -> clients().isEmpty());
      server.restart();
      assertThat(way.now()).isEqualTo(new Connection.Reached());
      assertThat(clients()).hasSize(1).isNotEqualTo(first);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> clients().isEmpty());
  }

  /** What is told of a setting that is wrong is seen over TLS, in WrongWayToTheBrokerTest. */
  @ParameterizedTest
  @ValueSource(strings = {"PLAINTEXT", "SSL"})
  void who_takes_connections_and_says_nothing_is_waited_for(String protocol) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        ConnectionTry way = new ConnectionTry(to(silent, protocol), "spring.kafka")) {
      assertThat(way.now()).isInstanceOf(Connection.Unreachable.class);
    }
  }

  private static BrokerAccess to(ServerSocket server, String protocol) {
    return BrokerAccess.plain("silent", "127.0.0.1:" + server.getLocalPort())
        .with(Map.of("security.protocol", protocol));
  }

  private static List<Thread> clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("watch-connection-kept"))
        .toList();
  }
}
