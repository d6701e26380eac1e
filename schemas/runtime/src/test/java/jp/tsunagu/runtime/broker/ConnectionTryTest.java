package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.junit.jupiter.api.Test;

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
      await().atMost(Duration.ofSeconds(10)).until(() -> clients().isEmpty());
      server.restart();
      assertThat(way.now()).isEqualTo(new Connection.Reached());
      assertThat(clients()).hasSize(1).isNotEqualTo(first);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> clients().isEmpty());
  }

  private static List<Thread> clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("watch-connection-kept"))
        .toList();
  }
}
