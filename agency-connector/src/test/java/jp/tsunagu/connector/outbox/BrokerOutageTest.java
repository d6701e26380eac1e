package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.directory.CurrentDirectory;
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

@Tag("slow")
class BrokerOutageTest {

  private static final AgencyId AGENCY = new AgencyId("steady");

  @TempDir Path dataDirectory;

  private final List<CaseId> cases = Stream.generate(Samples::caseId).limit(5).toList();

  @Test
  void while_the_broker_is_away_everything_is_accepted_and_afterwards_nothing_is_missing() {
    try (TestNetwork network = TestNetwork.onItsOwnBroker(AGENCY);
        TestConnector connector = start(network, TestPostgres.freshDatabase())) {
      submit(connector, 1, 20);
      await().atMost(SOON).until(() -> count(network) == 100);

      network.broker().stop();
      submit(connector, 21, 60);
      network.broker().restart();

      assertEverythingInOrder(network, 60);
    }
  }

  @Test
  void a_connector_started_without_a_broker_knows_the_last_directory_and_accepts() {
    String database = TestPostgres.freshDatabase();
    try (TestNetwork network = TestNetwork.onItsOwnBroker(AGENCY)) {
      try (TestConnector first = start(network, database)) {
        assertThat(first.bean(CurrentDirectory.class).snapshot().agency(AGENCY)).isPresent();
      }
      network.broker().stop();
      try (TestConnector again = start(network, database)) {
        assertThat(again.bean(CurrentDirectory.class).snapshot().agency(AGENCY)).isPresent();
        submit(again, 1, 10);
        network.broker().restart();
        assertEverythingInOrder(network, 10);
      }
    }
  }

  private TestConnector start(TestNetwork network, String database) {
    return TestConnector.start(network.address(), database, dataDirectory, AGENCY);
  }

  private void submit(TestConnector connector, int from, int to) {
    for (int number = from; number <= to; number++) {
      int current = number;
      for (CaseId caseId : cases) {
        Submission answer =
            connector
                .outbox()
                .submit(AGENCY, null, () -> Samples.wishes(Samples.numbered(caseId, current)));
        assertThat(answer).isInstanceOf(Submission.Accepted.class);
      }
    }
  }

  private long count(TestNetwork network) {
    return network.outbox(AGENCY).stream()
        .filter(sent -> sent.value() instanceof RegisterPersons)
        .count();
  }

  private void assertEverythingInOrder(TestNetwork network, int last) {
    List<Integer> all = IntStream.rangeClosed(1, last).boxed().toList();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> cases.forEach(caseId -> assertThat(distinct(network, caseId)).isEqualTo(all)));
  }

  /** Sent twice is allowed (same command id), sent out of order is not. */
  private static List<Integer> distinct(TestNetwork network, CaseId caseId) {
    return network.outbox(AGENCY).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .map(sent -> (RegisterPersons) sent.value())
        .distinct()
        .map(RegisterPersons::persons)
        .toList();
  }
}
