package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.runtime.aside.PassReason;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@InTheWorld
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
                return records.awaitInbox(agency, 0, 10, SOON);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    for (int number = 1; number <= 20; number++) {
      world.network().deliver(agency, caseId, event(caseId, agency, number));
      world.network().deliver(agency, caseId, event(caseId, agency, number));
    }

    assertThat(waiting.get()).isNotEmpty();
    await().atMost(SOON).until(() -> world.newsOf(agency).size() == 20);
    assertThat(world.newsOf(agency)).extracting(InboxItem::position).isSorted();
    assertThat(records.findCase(agency, caseId).orElseThrow().version()).isEqualTo(20);
    long third = world.newsOf(agency).get(2).position();
    assertThat(records.inbox(agency, third, 5)).hasSize(5);
  }

  @Test
  void bytes_that_are_no_record_hold_their_case_until_a_person_passes_them_and_no_other() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId touched = Samples.caseId();
    RecordMetadata place = garbage(agency, touched);
    world.network().deliver(agency, touched, event(touched, agency, 1));
    CaseId other = caseInPartition(agency, place.partition());

    awaitCase(agency, other);
    assertThat(kinds(world.connector(), agency)).containsExactly(Alarm.Kind.RECORD_UNREADABLE);
    assertThat(world.connector().records().findCase(agency, touched)).isEmpty();
    assertThat(asides(agency)).containsExactly("NOT_FRAMED", "waits");
    AsideDesk desk = world.connector().bean(AsideDesk.class);
    assertThat(desk.heldKeys(agency)).containsExactly(touched.toString());
    assertThat(desk.pass(agency, place.partition(), place.offset(), PassReason.NOT_OURS)).isTrue();
    awaitCase(agency, touched);
    assertThat(kinds(world.connector(), agency)).isEmpty();
  }

  @Test
  void a_record_of_an_unknown_schema_holds_its_case_until_it_can_be_read() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId touched = Samples.caseId();
    String topic = world.network().topics().inbox(agency).name();
    RecordMetadata place =
        world.network().put(topic, touched.toString(), new byte[] {0, 0, 1, 0, 0, 42});
    world.network().deliver(agency, touched, event(touched, agency, 1));

    awaitCase(agency, caseInPartition(agency, place.partition()));
    assertThat(kinds(world.connector(), agency)).containsExactly(Alarm.Kind.SCHEMA_UNKNOWN);
    AsideDesk desk = world.connector().bean(AsideDesk.class);
    assertThat(desk.tryAgain(agency, place.partition(), place.offset())).isTrue();
    await()
        .atMost(SOON)
        .until(
            () ->
                database(agency)
                    .sql("select count(*) from aside_record where asked is not null")
                    .query(Integer.class)
                    .single()
                    .equals(0));
    assertThat(world.connector().records().findCase(agency, touched)).isEmpty();
  }

  @Test
  void nothing_waits_behind_a_record_without_usable_key() {
    AgencyId agency = world.agencyWithoutKey();
    String topic = world.network().topics().inbox(agency).name();
    world.network().put(topic, "no case", "garbage".getBytes(StandardCharsets.US_ASCII));
    CaseId other = Samples.caseId();
    world.network().deliver(agency, other, event(other, agency, 1));
    awaitCase(agency, other);
    await().atMost(SOON).until(() -> asides(agency).equals(List.of("KEY_UNUSABLE")));
  }

  private RecordMetadata garbage(AgencyId agency, CaseId caseId) {
    String topic = world.network().topics().inbox(agency).name();
    return world
        .network()
        .put(topic, caseId.toString(), "garbage".getBytes(StandardCharsets.US_ASCII));
  }

  private void awaitCase(AgencyId agency, CaseId caseId) {
    await()
        .atMost(SOON)
        .until(() -> world.connector().records().findCase(agency, caseId).isPresent());
  }

  private JdbcClient database(AgencyId agency) {
    return world.connector().databases().of(agency).jdbc();
  }

  private List<String> asides(AgencyId agency) {
    return database(agency)
        .sql("select coalesce(reason, 'waits') from aside_record order by position")
        .query(String.class)
        .list();
  }

  private CaseId caseInPartition(AgencyId agency, int partition) {
    CaseId caseId = Samples.caseId();
    while (world.network().deliver(agency, caseId, event(caseId, agency, 1)).partition()
        != partition) {
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
