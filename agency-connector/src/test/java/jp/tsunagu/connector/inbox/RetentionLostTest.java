package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.connector.lost.OwnRestoration;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RetentionLostTest {

  private static final AgencyId AGENCY = new AgencyId("long-away");

  private final CaseId caseId = Samples.caseId();
  private final String database = TestPostgres.freshDatabase();

  @Test
  void lost_retention_is_told_to_a_person_and_nothing_is_skipped_before_one_has_seen_it(
      @TempDir Path data) throws Exception {
    try (TestNetwork network = new TestNetwork(AGENCY)) {
      RecordMetadata place = deliver(network, 1);
      try (TestConnector first = TestConnector.start(network.address(), database, data, AGENCY)) {
        awaitInbox(first, 1);
        first
            .databases()
            .of(AGENCY)
            .jdbc()
            .sql("insert into own_restoration (restored_at) values (now())")
            .update();
      }
      deliver(network, 2);
      deleteBefore(network, place, place.offset() + 2);
      deliver(network, 3);

      try (TestConnector again = TestConnector.start(network.address(), database, data, AGENCY)) {
        await().atMost(SOON).until(() -> kinds(again), List.of(Alarm.Kind.RETENTION_LOST)::equals);
        assertThat(again.records().inbox(AGENCY, 0, 10)).hasSize(1);
        assertThat(OwnRestoration.isCatchingUp(again.databases().of(AGENCY)))
            .as("nothing of it is shown yet")
            .isTrue();

        again.alarms().acknowledge(AGENCY, again.alarms().open(AGENCY).getFirst().id());
        awaitInbox(again, 2);
        await()
            .atMost(SOON)
            .until(() -> !OwnRestoration.isCatchingUp(again.databases().of(AGENCY)));
      }
    }
  }

  private RecordMetadata deliver(TestNetwork network, int number) {
    return network.deliver(
        AGENCY, caseId, new PersonsRegistered(TestNetwork.header(caseId, number, AGENCY), number));
  }

  private static void awaitInbox(TestConnector connector, int size) {
    await().atMost(SOON).until(() -> connector.records().inbox(AGENCY, 0, 10).size() == size);
  }

  private static void deleteBefore(TestNetwork network, RecordMetadata place, long offset)
      throws InterruptedException, ExecutionException {
    String servers = network.broker().bootstrapServers();
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(place.topic(), place.partition()),
                  RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    }
  }

  private static List<Alarm.Kind> kinds(TestConnector connector) {
    return connector.alarms().open(AGENCY).stream().map(Alarm::kind).toList();
  }
}
