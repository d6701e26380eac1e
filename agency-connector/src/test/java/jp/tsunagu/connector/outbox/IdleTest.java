package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("slow")
class IdleTest {

  private static final AgencyId AGENCY = new AgencyId("idle");
  private static final CaseId CASE = Samples.caseId();

  /** Since when no session but this one asked anything; an end of a transaction counts, too. */
  private static final String QUIET_SECONDS =
      """
      select coalesce(extract(epoch from clock_timestamp() - max(state_change)), 0)
      from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend'
        and pid <> pg_backend_pid()
      """;

  private static final String TOLD = "pg_notify";

  @TempDir Path directory;

  private final String url = TestPostgres.freshDatabase();
  private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));

  @Test
  void where_nothing_happens_no_transaction_ends_and_what_another_process_stores_is_sent() {
    try (TestNetwork network = new TestNetwork(AGENCY);
        TestConnector left = besideASleepingOne(network)) {
      submit(left, 3);
      await().atMost(SOON).until(() -> isSent(network, 3));
    }
  }

  /** A connector that stored something while another had the lease, which has ended since. */
  private TestConnector besideASleepingOne(TestNetwork network) {
    try (TestConnector sleeping = connector(network)) {
      submit(sleeping, 1);
      await().atMost(SOON).until(() -> isSent(network, 1));
      assertThat(TestPostgres.executed(database, TOLD)).as("it holds the lease itself").isZero();
      await()
          .atMost(SOON)
          .until(() -> database.sql(QUIET_SECONDS).query(Double.class).single() > 6);

      TestConnector another = connector(network);
      submit(another, 2);
      await().atMost(SOON).until(() -> isSent(network, 2));
      assertThat(TestPostgres.executed(database, TOLD)).as("the other is told").isPositive();
      return another;
    }
  }

  private TestConnector connector(TestNetwork network) {
    Map<String, Object> settings =
        new HashMap<>(TestConnector.settings(network.address(), url, directory, List.of(AGENCY)));
    String agency = "tsunagu.connector.agencies[0].";
    settings.put(agency + "webhook.url", "http://127.0.0.1:1/nobody");
    settings.put(agency + "webhook.secret", "a secret of thirty-two characters");
    settings.put(agency + "folder", directory.resolve("folder").toString());
    return TestConnector.start(settings);
  }

  private static void submit(TestConnector connector, int number) {
    assertThat(
            connector
                .outbox()
                .submit(AGENCY, null, () -> Samples.wishes(Samples.numbered(CASE, number))))
        .isInstanceOf(Submission.Accepted.class);
  }

  private static boolean isSent(TestNetwork network, int number) {
    return network.outbox(AGENCY).stream()
        .anyMatch(sent -> sent.value() instanceof RegisterPersons told && told.persons() == number);
  }
}
