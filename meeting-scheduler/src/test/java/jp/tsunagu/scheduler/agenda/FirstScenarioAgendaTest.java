package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDays;
import jp.tsunagu.scheduler.body.MeetingNames;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The agendas of the first scenario (8050とひきこもり, 国分寺型). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstScenarioAgendaTest {

  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 8);
  private static final MeetingId SHIEN_DECEMBER = MeetingNames.regular(Sittings.SHIEN, DECEMBER);

  @Test
  void asked_before_closing_it_is_heard_in_October_and_the_other_case_in_November() {
    Agenda october =
        Sittings.october(
            Ask.number(1).at("2026-09-08T16:40"), Ask.number(2).at("2026-09-09T08:35"));

    assertThat(october.placed())
        .extracting(PlacedItem::requestId, PlacedItem::startsAt, one -> one.slot().minutes())
        .containsExactly(tuple(Ask.request(1), Ask.tokyo("2026-10-13T15:00"), 60));
    assertThat(october.carried())
        .extracting(CarriedItem::requestId, CarriedItem::reason, CarriedItem::next)
        .containsExactly(tuple(Ask.request(2), CarryReason.AFTER_CLOSING, NOVEMBER));
    assertThat(CarryReason.AFTER_CLOSING.label()).isEqualTo("受付締切後");
  }

  @Test
  void the_notice_goes_out_two_weeks_before() {
    MeetingDays days = Sittings.days(SUPPORT_CONFERENCE);

    assertThat(days.publishing(Sittings.OCTOBER, DeskDecisions.none()).known())
        .contains(Ask.tokyo("2026-09-29T08:30"));
  }

  @Test
  void the_monitoring_period_brings_it_back_in_December_not_in_November() {
    Ask returning = returning();

    assertThat(Sittings.plan(Sittings.shared(NOVEMBER), returning.build()).carried())
        .extracting(CarriedItem::next)
        .containsExactly(DECEMBER);
    assertThat(Sittings.plan(Sittings.shared(DECEMBER), returning.build()).placed())
        .extracting(PlacedItem::meetingId)
        .containsExactly(SHIEN_DECEMBER);
  }

  @Test
  void consent_after_closing_moves_it_into_the_plan_conference_of_the_same_day() {
    Sitting december = Sittings.shared(DECEMBER);
    Agenda after =
        Sittings.plan(
            december,
            returning().in(PLAN_CONFERENCE).placed(SHIEN_DECEMBER, december.startsAt()).build());

    assertThat(after.carried()).isEmpty();
    assertThat(after.of(SHIEN_DECEMBER).notHeld()).isTrue();
    assertThat(after.placed())
        .extracting(one -> one.request().conference(), PlacedItem::startsAt)
        .containsExactly(tuple(PLAN_CONFERENCE, Ask.tokyo("2026-12-08T15:00")));
  }

  @Test
  void the_plan_comes_back_on_the_last_day_of_its_period() {
    LocalDate june = LocalDate.of(2027, 6, 8);
    Ask returning = Ask.number(1).in(PLAN_CONFERENCE).due("2027-06-08");

    for (LocalDate day = DECEMBER.plusMonths(1); day.isBefore(june); day = day.plusMonths(1)) {
      LocalDate ruleDay =
          Sittings.days(PLAN_CONFERENCE)
              .nextAfter(day.withDayOfMonth(1), DeskDecisions.none())
              .orElseThrow();
      assertThat(Sittings.plan(Sittings.shared(ruleDay), returning.build()).notHeld())
          .isEqualTo(!ruleDay.equals(june));
    }
    assertThat(Sittings.plan(Sittings.shared(june), returning.build()).placed()).hasSize(1);
  }

  private static Ask returning() {
    return Ask.number(1).due("2026-12-08").notBefore("2026-10-14").at("2026-10-13T17:00");
  }
}
