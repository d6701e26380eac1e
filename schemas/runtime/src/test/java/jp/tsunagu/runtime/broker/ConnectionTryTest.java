package jp.tsunagu.runtime.broker;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
      await().atMost(SOON).until(() -> clients().isEmpty());
      server.restart();
      assertThat(way.now()).isEqualTo(new Connection.Reached());
      assertThat(clients()).hasSize(1).isNotEqualTo(first);
    }
    await().atMost(SOON).until(() -> clients().isEmpty());
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

  /** Kafka's client takes such an answer for a size, and asks for so much memory. */
  @Test
  void where_tls_is_wanted_no_client_of_kafka_asks_in_the_clear() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ServerSocket encrypted = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        ConnectionTry way = new ConnectionTry(to(encrypted, "SASL_PLAINTEXT"), "spring.kafka")) {
      Thread.ofVirtual().start(() -> alert(encrypted, asked));
      assertThat(way.now())
          .isInstanceOfSatisfying(
              Connection.Refused.class,
              refused ->
                  assertThat(refused.line())
                      .contains("ブローカーは TLS を求めています", "spring.kafka.security.protocol"));
      assertThat(asked).isNotEmpty().noneMatch(question -> question.contains("silent-connection"));
    }
  }

  /** Answers whatever is said with a fatal alert. */
  private static void alert(ServerSocket server, List<String> asked) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        byte[] question = new byte[1024];
        int read = socket.getInputStream().read(question);
        if (read > 0) {
          asked.add(new String(question, 0, read, StandardCharsets.US_ASCII));
          socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 80});
        }
      } catch (IOException closed) {
        return;
      }
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
