package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.agenda.Sittings.JUSO_OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.SHIEN_OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.body.MeetingNames;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EligibilityTest {

  private static final Instant LATE = Ask.tokyo("2026-09-09T08:35");
  private static final Sitting SHARED = Sittings.shared(OCTOBER);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 10);

  /** The closing of 2026-10-13 is 2026-09-08 17:15. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-08T16:40, true",
    "2026-09-08T17:15, true",
    "2026-09-08T17:15:00.001, false",
    "2026-09-09T08:35, false"
  })
  void a_request_is_in_time_until_the_closing_hour(String recorded, boolean inTime) {
    Agenda agenda = Sittings.october(Ask.number(1).at(recorded));

    assertThat(agenda.placed()).hasSize(inTime ? 1 : 0);
    assertThat(agenda.carried())
        .extracting(CarriedItem::reason, CarriedItem::next, CarriedItem::extraProposed)
        .containsExactlyElementsOf(
            inTime ? List.of() : List.of(tuple(CarryReason.AFTER_CLOSING, NOVEMBER, false)));
  }

  @Test
  void whom_the_desk_admits_with_a_reason_is_not_late() {
    Candidate late = Ask.number(1).at(LATE).build();
    HandPlacement byHand = new HandPlacement(SHIEN_OCTOBER, null, "sonota");

    assertThat(objection(late)).contains(new Verdict.Carry(CarryReason.AFTER_CLOSING));
    assertThat(objection(late.admittedLate("nyuin"))).isEmpty();
    assertThat(objection(late.placedByHand(byHand))).isEmpty();
    assertThat(Sittings.plan(SHARED, late.admittedLate("nyuin")).placed())
        .singleElement()
        .extracting(PlacedItem::admittedLate)
        .isEqualTo("nyuin");
  }

  @Test
  void emergencies_returns_and_what_stands_on_an_agenda_are_never_late() {
    assertThat(objection(Ask.number(1).at(LATE).purpose(MeetingPurpose.EMERGENCY).build()))
        .isEmpty();
    assertThat(objection(Ask.number(1).at(LATE).due("2026-10-31").build())).isEmpty();
    assertThat(objection(Ask.number(1).at(LATE).placed(SHIEN_OCTOBER, SHARED.startsAt()).build()))
        .isEmpty();
  }

  @Test
  void an_extra_meeting_is_exempt_from_the_closing() {
    Lane regular = Sittings.lane(SUPPORT_CONFERENCE, OCTOBER);
    Lane extra =
        new Lane(
            MeetingNames.extra(Sittings.SHIEN, OCTOBER, 1),
            regular.body(),
            new LaneRules(regular.conference(), regular.organiser(), Set.of(), true),
            SessionKind.EXTRA,
            regular.closing(),
            regular.later());
    Sitting sitting = new Sitting(SHARED.startsAt(), 135, List.of(extra));

    assertThat(Eligibility.objection(Ask.number(1).at(LATE).build(), sitting)).isEmpty();
  }

  @Test
  void an_item_must_be_screened_first_where_the_body_asks_for_it() {
    Candidate unscreened = Ask.number(1).screened(null).build();
    Candidate byHand = unscreened.placedByHand(new HandPlacement(SHIEN_OCTOBER, null, "sonota"));

    assertThat(objection(unscreened)).contains(new Verdict.Carry(CarryReason.NOT_SCREENED));
    assertThat(objection(byHand)).isEmpty();
    assertThat(Sittings.plan(SHARED, unscreened).carried())
        .extracting(CarriedItem::next)
        .containsExactly(NOVEMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "ADVICE_ONLY, ADVICE_ONLY",
    "SETTLE_DIRECTLY, SETTLE_DIRECTLY",
    "EMERGENCY_CONFERENCE, EMERGENCY_CONFERENCE"
  })
  void what_screening_settled_otherwise_is_not_heard(ScreeningRoute route, Refusal reason) {
    Agenda agenda = Sittings.october(Ask.number(1).screened(route));

    assertThat(agenda.refused()).extracting(RefusedItem::reason).containsExactly(reason);
    assertThat(agenda.notHeld()).isTrue();
  }

  @Test
  void an_emergency_conference_hears_what_screening_sent_there() {
    Lane regular = Sittings.lane(SUPPORT_CONFERENCE, OCTOBER);
    Lane atOnce =
        new Lane(
            MeetingNames.extra(Sittings.SHIEN, OCTOBER, 1),
            regular.body(),
            new LaneRules(regular.conference(), new AgencyId("kenko-bucho"), Set.of(), true),
            SessionKind.EMERGENCY,
            null,
            List.of());
    Sitting sitting = new Sitting(SHARED.startsAt(), 60, List.of(atOnce));
    Candidate urgent = Ask.number(1).at(LATE).screened(ScreeningRoute.EMERGENCY_CONFERENCE).build();

    assertThat(Eligibility.objection(urgent, sitting)).isEmpty();
    assertThat(Eligibility.objection(Ask.number(2).screened(null).build(), sitting)).isEmpty();
  }

  @Test
  void an_item_waits_for_its_day() {
    Agenda agenda = Sittings.october(Ask.number(1).notBefore("2026-11-20"));

    assertThat(agenda.carried())
        .singleElement()
        .isEqualTo(
            new CarriedItem(
                Ask.number(1).build().caseId(),
                Ask.request(1),
                SHIEN_OCTOBER,
                CarryReason.NOT_BEFORE,
                LocalDate.of(2026, 12, 8),
                false));
    assertThat(agenda.carried().getFirst().isWaiting()).isTrue();
    assertThat(objection(Ask.number(1).notBefore("2026-10-13").build())).isEmpty();
  }

  @Test
  void a_return_is_heard_at_the_last_meeting_in_its_period() {
    Ask untilDecember = Ask.number(1).due("2026-12-08").notBefore("2026-10-14");

    assertThat(Sittings.plan(Sittings.shared(NOVEMBER), untilDecember.build()).carried())
        .extracting(CarriedItem::reason, CarriedItem::next)
        .containsExactly(tuple(CarryReason.NOT_BEFORE, LocalDate.of(2026, 12, 8)));
    assertThat(
            Sittings.plan(Sittings.shared(LocalDate.of(2026, 12, 8)), untilDecember.build())
                .placed())
        .hasSize(1);
    assertThat(objection(Ask.number(1).due("2026-11-09").build())).isEmpty();
    assertThat(objection(Ask.number(1).due("2026-10-12").build())).isEmpty();
  }

  @Test
  void an_item_is_heard_in_the_conference_of_its_kind_or_not_at_all() {
    Sitting supportOnly = Sittings.alone(SUPPORT_CONFERENCE, OCTOBER);
    Ask plan = Ask.number(1).in(PLAN_CONFERENCE);

    assertThat(Eligibility.objection(plan.build(), supportOnly))
        .contains(new Verdict.Refuse(Refusal.ANOTHER_CONFERENCE));
    assertThat(objection(plan.build())).isEmpty();
  }

  @Test
  void an_item_whose_kind_changed_leaves_a_meeting_of_one_kind() {
    Sitting supportOnly = Sittings.alone(SUPPORT_CONFERENCE, OCTOBER);
    Candidate changed =
        Ask.number(1).in(PLAN_CONFERENCE).placed(SHIEN_OCTOBER, SHARED.startsAt()).build();

    assertThat(Sittings.plan(supportOnly, changed).carried())
        .containsExactly(
            new CarriedItem(
                changed.caseId(),
                changed.requestId(),
                SHIEN_OCTOBER,
                CarryReason.CONFERENCE_CHANGED,
                null,
                false));
  }

  @Test
  void an_item_longer_than_the_meeting_asks_for_an_extra_one() {
    assertThat(Sittings.october(Ask.number(1).minutes(240)).carried())
        .extracting(CarriedItem::reason, CarriedItem::next, CarriedItem::extraProposed)
        .containsExactly(tuple(CarryReason.NO_ROOM, null, true));
  }

  @Test
  void what_is_over_or_placed_elsewhere_by_hand_is_refused() {
    HandPlacement elsewhere =
        new HandPlacement(MeetingNames.regular(Sittings.SHIEN, NOVEMBER), 1, "sonota");
    HandPlacement here = new HandPlacement(JUSO_OCTOBER, 1, "sonota");

    assertThat(objection(Ask.number(1).stage(ItemStage.WITHDRAWN).build()))
        .contains(new Verdict.Refuse(Refusal.NOT_OPEN));
    assertThat(objection(Ask.number(1).build().placedByHand(elsewhere)))
        .contains(new Verdict.Refuse(Refusal.PLACED_ELSEWHERE));
    assertThat(objection(Ask.number(1).in(PLAN_CONFERENCE).build().placedByHand(here))).isEmpty();
  }

  @Test
  void what_is_recorded_after_the_moment_of_planning_is_not_known_yet() {
    PlanInput asAtClosing =
        PlanInput.of(
            SHARED, List.of(Ask.number(1).at(LATE).build()), Ask.tokyo("2026-09-08T17:15"));

    assertThat(asAtClosing.received()).isEmpty();
    assertThat(Planner.plan(asAtClosing).carried()).isEmpty();
  }

  @Test
  void nothing_asked_means_no_meeting() {
    Agenda agenda = Sittings.october(Ask.number(1).in(PLAN_CONFERENCE));

    assertThat(agenda.notHeld()).isFalse();
    assertThat(agenda.of(SHIEN_OCTOBER).notHeld()).isTrue();
    assertThat(agenda.of(JUSO_OCTOBER).notHeld()).isFalse();
    assertThat(Sittings.october().notHeld()).isTrue();
  }

  private static Optional<Verdict> objection(Candidate candidate) {
    return Eligibility.objection(candidate, SHARED);
  }
}
