package jp.tsunagu.connector.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(World.Provided.class)
class InboxTest {

  private final World world;

  InboxTest(World world) {
    this.world = world;
  }

  @Test
  void news_is_taken_in_once_in_order_and_wakes_whoever_waits_for_it() throws Exception {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    var records = world.connector().records();
    CompletableFuture<List<InboxItem>> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return records.awaitInbox(agency, 0, 10, World.SOON);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    for (int number = 1; number <= 20; number++) {
      world.network().deliver(agency, caseId, event(caseId, agency, number));
      world.network().deliver(agency, caseId, event(caseId, agency, number));
    }

    assertThat(waiting.get()).isNotEmpty();
    await().atMost(World.SOON).until(() -> records.inbox(agency, 0, 100).size() == 20);
    assertThat(records.inbox(agency, 0, 100)).extracting(InboxItem::position).isSorted();
    assertThat(records.findCase(agency, caseId).orElseThrow().version()).isEqualTo(20);
    long third = records.inbox(agency, 0, 100).get(2).position();
    assertThat(records.inbox(agency, third, 5)).hasSize(5);
  }

  @Test
  void bytes_that_are_no_record_are_set_aside_and_stop_nothing() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    String topic = world.network().topics().inbox(agency).name();
    world.network().put(topic, caseId.toString(), "garbage".getBytes(StandardCharsets.US_ASCII));
    world.network().deliver(agency, caseId, event(caseId, agency, 1));

    await()
        .atMost(World.SOON)
        .until(() -> world.connector().records().inbox(agency, 0, 100).size() == 1);
    assertThat(kinds(world.connector(), agency)).containsExactly(Alarm.Kind.RECORD_UNREADABLE);
    assertThat(
            world
                .connector()
                .databases()
                .of(agency)
                .jdbc()
                .sql("select reason from unreadable_record")
                .query(String.class)
                .list())
        .containsExactly("NOT_FRAMED");
  }

  @Test
  void a_record_of_an_unknown_schema_holds_its_partition_and_no_other() {
    AgencyId agency = world.agencyWithoutKey();
    String topic = world.network().topics().inbox(agency).name();
    CaseId stuck = Samples.caseId();
    RecordMetadata place =
        world.network().put(topic, stuck.toString(), new byte[] {0, 0, 1, 0, 0, 42});
    world.network().deliver(agency, stuck, event(stuck, agency, 1));
    CaseId free = caseInAnotherPartition(agency, place.partition());

    await()
        .atMost(World.SOON)
        .until(() -> world.connector().records().findCase(agency, free).isPresent());
    await()
        .atMost(World.SOON)
        .untilAsserted(
            () ->
                assertThat(kinds(world.connector(), agency))
                    .containsExactly(Alarm.Kind.SCHEMA_UNKNOWN));
    assertThat(world.connector().records().findCase(agency, stuck)).isEmpty();
  }

  @Test
  void lost_retention_is_told_to_a_person_and_nothing_is_skipped_before_one_has_seen_it(
      @TempDir Path dataDirectory) throws Exception {
    AgencyId agency = new AgencyId("long-away");
    CaseId caseId = Samples.caseId();
    String database = TestPostgres.freshDatabase();
    try (TestNetwork network = new TestNetwork(agency)) {
      String servers = network.broker().bootstrapServers();
      RecordMetadata place = network.deliver(agency, caseId, event(caseId, agency, 1));
      try (TestConnector first = TestConnector.start(servers, database, dataDirectory, agency)) {
        await().atMost(World.SOON).until(() -> first.records().inbox(agency, 0, 10).size() == 1);
      }
      network.deliver(agency, caseId, event(caseId, agency, 2));
      deleteBefore(servers, place, place.offset() + 2);
      network.deliver(agency, caseId, event(caseId, agency, 3));

      try (TestConnector again = TestConnector.start(servers, database, dataDirectory, agency)) {
        await()
            .atMost(World.SOON)
            .until(() -> kinds(again, agency), List.of(Alarm.Kind.RETENTION_LOST)::equals);
        assertThat(again.records().inbox(agency, 0, 10)).hasSize(1);

        again.alarms().acknowledge(agency, again.alarms().open(agency).getFirst().id());
        await().atMost(World.SOON).until(() -> again.records().inbox(agency, 0, 10).size() == 2);
      }
    }
  }

  private static void deleteBefore(String servers, RecordMetadata place, long offset)
      throws InterruptedException, ExecutionException {
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

  private CaseId caseInAnotherPartition(AgencyId agency, int partition) {
    CaseId caseId = Samples.caseId();
    while (world.network().deliver(agency, caseId, event(caseId, agency, 1)).partition()
        == partition) {
      caseId = Samples.caseId();
    }
    return caseId;
  }

  private static PersonsRegistered event(CaseId caseId, AgencyId agency, int number) {
    return new PersonsRegistered(TestNetwork.header(caseId, number, agency), number);
  }

  private static List<Alarm.Kind> kinds(TestConnector connector, AgencyId agency) {
    return connector.alarms().open(agency).stream().map(Alarm::kind).toList();
  }
}
