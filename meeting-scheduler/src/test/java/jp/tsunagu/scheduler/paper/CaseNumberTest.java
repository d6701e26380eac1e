package jp.tsunagu.scheduler.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

  private static final CaseId CASE = CaseId.of("0199a1b2-0000-7000-8000-0000000000a1");

  @Test
  void a_paper_names_a_case_as_people_call_it() {
    assertThat(CaseNumber.of(called("令和8-01234-4")).value()).isEqualTo("令和8-01234-4");
  }

  @Test
  void a_case_without_a_number_or_with_one_that_could_be_a_name_is_named_by_its_id() {
    assertThat(List.of(CaseNumber.of(called(null)), CaseNumber.of(called("渡邉トミ"))))
        .extracting(CaseNumber::value)
        .containsOnly(CASE.toString());
  }

  private static CaseState called(@Nullable String number) {
    Instant now = Instant.parse("2026-11-26T06:00:00Z");
    EventHeader header =
        new EventHeader(
            EventId.of(CASE, 1),
            CASE,
            1,
            UUID.fromString("0199a1b2-0000-7000-8000-0000000000c1"),
            new EventTimes(now, now, now, null),
            new ActedBy(new AgencyId("hokatsu"), null, null),
            0,
            number == null ? null : new jp.tsunagu.contract.id.CaseNumber(number));
    return CaseLifecycle.evolve(
        CaseState.beforeFirst(CASE), new FieldsSettled(header, Set.of(Field.POVERTY)));
  }
}
