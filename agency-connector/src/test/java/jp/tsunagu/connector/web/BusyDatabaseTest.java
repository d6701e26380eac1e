package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More asks for the database than it has connections. */
@Tag("slow")
class BusyDatabaseTest {

  private static final int POOL = 10;
  private static final int POSTS = 150;
  private static final String CONSULTATION =
      """
      {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
      """;

  @TempDir static Path directory;
  private static TestApi api;

  @BeforeAll
  static void start() {
    api =
        new TestApi(
            directory,
            Map.of(
                "spring.datasource.hikari.maximum-pool-size",
                Integer.toString(POOL),
                "spring.datasource.hikari.connection-timeout",
                "2000"));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_stream_goes_on_when_no_connection_was_free() throws SQLException {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var stream =
          client
              .sendAsync(
                  api.request(HIGASHI, "/inbox/stream").build(),
                  HttpResponse.BodyHandlers.ofLines())
              .thenAcceptAsync(
                  response -> response.body().forEach(lines::add), Thread::startVirtualThread);
      awaitLine(lines, ":ready");
      List<Connection> taken = take(POOL);
      try {
        api.bean(AgencySignals.class).inbox(HIGASHI).raise();
        awaitLine(lines, ":the database is busy");
      } finally {
        giveBack(taken);
      }
      CaseId caseId = Samples.caseId();
      api.network()
          .deliver(
              HIGASHI,
              caseId,
              new ReferralOpened(TestNetwork.header(caseId, 1, SHAKYO), Samples.referralId()));
      awaitLine(lines, "event:ReferralOpened");
      stream.cancel(true);
      client.shutdownNow();
    }
  }

  private static void awaitLine(Queue<String> lines, String beginning) {
    await().atMost(SOON).until(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
  }

  @Test
  void many_posts_at_once_wait_for_their_turn() throws Exception {
    List<Connection> taken = take(POOL - 4);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> posts =
          IntStream.range(0, POSTS)
              .<Callable<Integer>>mapToObj(
                  _ -> () -> api.post(HIGASHI, "/consultations", CONSULTATION).status())
              .toList();
      assertThat(threads.invokeAll(posts))
          .allSatisfy(post -> assertThat(post.get()).isEqualTo(202));
    } finally {
      giveBack(taken);
    }
  }

  private static List<Connection> take(int most) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < most) {
        taken.add(api.bean(DataSource.class).getConnection());
      }
    } catch (SQLTransientConnectionException empty) {
      assertThat(taken).isNotEmpty();
    }
    return taken;
  }

  private static void giveBack(List<Connection> taken) throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }
}
