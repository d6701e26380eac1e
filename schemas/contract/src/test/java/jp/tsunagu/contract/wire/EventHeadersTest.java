package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.testing.RandomRecords;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventHeadersTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final Pattern CODES = Pattern.compile("[A-Za-z0-9/:.+-]+");
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final EventHeaders headers = new EventHeaders(new NetworkId("tachikawa"));
  private final RandomRecords random = new RandomRecords(new SplittableRandom(3));

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @Test
  void an_event_says_who_wrote_it_what_it_is_and_when_it_happened() {
    var event = (CaseEvent) random.next(ReferralSent.class);
    assertThat(texts(headers.fromGateway((Record) event)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", event.header().eventId().toString(),
                "ce_type", "jp.tsunagu.ReferralSent.v1",
                "ce_source", "/networks/tachikawa/gateway",
                "ce_time", event.header().occurredAt().toString(),
                "content-type", "application/avro"));
  }

  @Test
  void the_same_answer_told_twice_has_the_same_id() {
    var command = CommandId.of("01890000-0000-7000-8000-000000000001");
    var caseId = CaseId.of("01890000-0000-7000-8000-000000000002");
    var first = new CommandAccepted(command, caseId, 1, 1, false, NOON);
    var again = new CommandAccepted(command, caseId, 1, 1, true, NOON.plusSeconds(60));
    assertThat(texts(headers.fromGateway(first)).get("ce_id"))
        .isEqualTo(command + "/answer")
        .isEqualTo(texts(headers.fromGateway(again)).get("ce_id"));
  }

  @Test
  void another_content_of_the_same_directory_key_has_another_id() {
    var one = (Agency) random.next(Agency.class);
    var renamed =
        new Agency(
            one.agencyId(),
            one.name() + "2",
            one.kind(),
            one.work().statisticsField(),
            one.participation(),
            one.work().areas(),
            one.work().mayCoordinate(),
            one.dutyContact());
    assertThat(texts(headers.fromGateway(one)).get("ce_id"))
        .startsWith("agency/" + one.agencyId() + "/")
        .isEqualTo(texts(headers.fromGateway(one)).get("ce_id"))
        .isNotEqualTo(texts(headers.fromGateway(renamed)).get("ce_id"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void headers_hold_codes_ids_and_times_only(Class<? extends Record> type) {
    for (int i = 0; i < 50; i++) {
      Record value = random.next(type);
      var texts = texts(headers.fromAgency(new AgencyId("hokatsu-higashi"), value));
      assertThat(texts.values()).allSatisfy(text -> assertThat(text).matches(CODES));
      assertThat(texts)
          .containsEntry("ce_source", "/networks/tachikawa/agencies/hokatsu-higashi")
          .containsEntry("ce_type", "jp.tsunagu." + type.getSimpleName() + ".v1");
    }
  }

  @Test
  void two_records_never_share_a_type() {
    assertThat(records()).extracting(Class::getSimpleName).doesNotHaveDuplicates();
  }

  @Test
  void a_trace_is_passed_on_and_anything_else_in_its_place_is_not() {
    Headers cause = new RecordHeaders().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));
    Headers own = headers.fromGateway(random.next(ReferralSent.class));
    assertThat(texts(EventHeaders.continuing(own, cause))).containsEntry("traceparent", TRACE);

    Headers text = new RecordHeaders().add("traceparent", "氏名".getBytes(StandardCharsets.UTF_8));
    Headers other = headers.fromGateway(random.next(ReferralSent.class));
    assertThat(texts(EventHeaders.continuing(other, text))).doesNotContainKey("traceparent");
    assertThat(texts(EventHeaders.continuing(other, new RecordHeaders())))
        .doesNotContainKey("traceparent");
  }

  @Test
  void what_does_not_travel_on_its_own_has_no_headers() {
    assertThatIllegalArgumentException().isThrownBy(() -> headers.fromGateway(new PersonRef(1)));
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    headers.forEach(
        header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return texts;
  }
}
