package jp.tsunagu.stats.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.testing.CaseStory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseNameTest {

  private static final CaseId CASE = new CaseId(new UUID(1, 1));
  private static final CaseNumber NUMBER =
      CaseNumber.of(LocalDate.of(2026, 4, 1), 1234).orElseThrow();

  @Test
  void any_event_tells_the_number_and_one_without_takes_it_from_nobody() {
    CaseFacts first = FactsFold.evolve(CaseFacts.beforeFirst(CASE), ended(1, null));
    assertThat(first.name().writtenNumber()).isEmpty();
    CaseFacts second = FactsFold.evolve(first, ended(2, NUMBER));
    assertThat(second.name()).isEqualTo(new CaseName(CASE, NUMBER));
    assertThat(FactsFold.evolve(second, ended(3, null)).name()).isEqualTo(second.name());
  }

  @Test
  void a_protected_case_keeps_it_for_it_names_nobody() {
    CaseStory story =
        new CaseStory(2).at("2026-06-01T10:00").received("desk", "chubu", Field.OTHER).protect();
    assertThat(story.facts().asPublished(new AgencyId("desk")).name().number())
        .isNotNull()
        .isEqualTo(story.caseNumber());
  }

  private static SupportEnded ended(long sequence, @Nullable CaseNumber number) {
    Instant now = Instant.parse("2026-04-01T01:00:00Z");
    return new SupportEnded(
        new EventHeader(
            EventId.of(CASE, sequence),
            CASE,
            sequence,
            new UUID(2, sequence),
            new EventTimes(now, now, now, null),
            new ActedBy(new AgencyId("desk"), null, null),
            0,
            number),
        CompletionOutcome.values()[0]);
  }
}
