package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.runtime.aside.PassReason;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person passes a record, and the connector comes no further than one of the writes that follow:
 * the database refuses it, as it would forget it after kill -9.
 */
@Tag("slow")
class KilledWhilePassingTest {

  private static final AgencyId AGENCY = new AgencyId("killed-while-passing");

  private final String database = TestPostgres.freshDatabase();

  @Test
  void nothing_is_lost_or_doubled_and_the_pass_is_done_after_the_next_start(@TempDir Path data) {
    try (TestNetwork network = new TestNetwork(AGENCY)) {
      killedAt(network, data, "inbox", "insert", "true");
      killedAt(network, data, "supported_case", "insert", "true");
      killedAt(network, data, "aside_record", "update", "new.settled is not null");
      killedAt(network, data, "aside_record", "delete", "true");
    }
  }

  private void killedAt(
      TestNetwork network, Path data, String table, String event, String condition) {
    CaseId caseId = Samples.caseId();
    try (TestConnector before = TestConnector.start(network.address(), database, data, AGENCY)) {
      String topic = network.topics().inbox(AGENCY).name();
      RecordMetadata garbage =
          network.put(topic, caseId.toString(), "no record".getBytes(StandardCharsets.UTF_8));
      network.deliver(AGENCY, caseId, persons(caseId, 1));
      network.deliver(AGENCY, caseId, persons(caseId, 2));
      AsideDesk desk = before.bean(AsideDesk.class);
      await()
          .atMost(SOON)
          .until(
              () -> desk.open(AGENCY).stream().mapToInt(AsideDesk.Aside::waiting).sum(),
              Integer.valueOf(2)::equals);
      refuse(jdbc(before), table, event, condition);
      assertThat(desk.pass(AGENCY, garbage.partition(), garbage.offset(), PassReason.NOT_OURS))
          .isTrue();
      await().atMost(SOON).until(() -> refusals(jdbc(before)) > 0);
      assertThat(before.records().findCase(AGENCY, caseId)).isEmpty();
    }
    passedAfterTheNextStart(network, data, caseId);
  }

  private void passedAfterTheNextStart(TestNetwork network, Path data, CaseId caseId) {
    try (TestConnector after = TestConnector.start(network.address(), database, data, AGENCY)) {
      jdbc(after).sql("drop function %s.refuse cascade".formatted(schema(jdbc(after)))).update();
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(after.records().findCase(AGENCY, caseId))
                      .hasValueSatisfying(
                          found -> {
                            assertThat(found.version()).isEqualTo(2);
                            assertThat(found.incomplete()).isEmpty();
                          }));
      assertThat(after.records().inbox(AGENCY, 0, 100))
          .filteredOn(item -> item.caseId().orElseThrow().equals(caseId))
          .extracting(InboxItem::kind)
          .hasSize(2);
      assertThat(after.bean(AsideDesk.class).open(AGENCY)).isEmpty();
    }
  }

  private static JdbcClient jdbc(TestConnector connector) {
    return connector.databases().of(AGENCY).jdbc();
  }

  private static String schema(JdbcClient jdbc) {
    return jdbc.sql("select table_schema from information_schema.tables where table_name = 'inbox'")
        .query(String.class)
        .single();
  }

  private static void refuse(JdbcClient jdbc, String table, String event, String condition) {
    String schema = schema(jdbc);
    jdbc.sql("create sequence if not exists %s.refused".formatted(schema)).update();
    jdbc.sql("alter sequence %s.refused restart".formatted(schema)).update();
    jdbc.sql(
            """
            create function %1$s.refuse() returns trigger language plpgsql as
            'begin perform nextval(''%1$s.refused''); raise exception ''killed''; end'
            """
                .formatted(schema))
        .update();
    jdbc.sql(
            "create trigger refuse before %s on %s.%s for each row when (%s) execute function %s.refuse()"
                .formatted(event, schema, table, condition, schema))
        .update();
  }

  /** A sequence counts on whatever is rolled back. */
  private static long refusals(JdbcClient jdbc) {
    return jdbc.sql(
            "select case when is_called then last_value else 0 end from %s.refused"
                .formatted(schema(jdbc)))
        .query(Long.class)
        .single();
  }

  private static PersonsRegistered persons(CaseId caseId, long sequence) {
    return new PersonsRegistered(
        TestNetwork.header(caseId, sequence, AGENCY), Math.toIntExact(sequence));
  }
}
