package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.body.Bodies;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDays;
import jp.tsunagu.scheduler.body.MeetingNames;

/** The shared slot of 国分寺型 for tests: both kinds of conference, 2nd Tuesday 15:00–17:15. */
final class Sittings {

  static final BodyId SHIEN = new BodyId("shien-kaigi");
  static final BodyId JUSO = new BodyId("juso-kaigi");
  static final LocalDate OCTOBER = LocalDate.of(2026, 10, 13);
  static final MeetingId SHIEN_OCTOBER = MeetingNames.regular(SHIEN, OCTOBER);
  static final MeetingId JUSO_OCTOBER = MeetingNames.regular(JUSO, OCTOBER);
  static final OfficeCalendar CALENDAR = OfficeCalendar.standard(JapaneseHolidays.calculated());

  private Sittings() {}

  static MeetingDays days(ConferenceKind kind) {
    return new MeetingDays(Bodies.secondTuesday(kind, ClosedDayRule.NEXT_OPEN_DAY), CALENDAR);
  }

  static Sitting shared(LocalDate ruleDay) {
    Instant begins = days(SUPPORT_CONFERENCE).begins(ruleDay).orElseThrow();
    return new Sitting(
        begins, 135, List.of(lane(PLAN_CONFERENCE, ruleDay), lane(SUPPORT_CONFERENCE, ruleDay)));
  }

  static Sitting alone(ConferenceKind kind, LocalDate ruleDay) {
    return new Sitting(days(kind).begins(ruleDay).orElseThrow(), 135, List.of(lane(kind, ruleDay)));
  }

  static Lane lane(ConferenceKind kind, LocalDate ruleDay) {
    MeetingDays days = days(kind);
    return Lane.of(
        days.body(),
        MeetingNames.regular(days.body().bodyId(), ruleDay),
        SessionKind.REGULAR,
        days.closing(ruleDay, DeskDecisions.none()).known().orElseThrow(),
        days.datesAfter(ruleDay, ruleDay.plusYears(1), DeskDecisions.none()));
  }

  static Agenda october(Ask... asked) {
    return plan(shared(OCTOBER), Arrays.stream(asked).map(Ask::build).toArray(Candidate[]::new));
  }

  static Agenda plan(Sitting sitting, Candidate... candidates) {
    return Planner.plan(PlanInput.of(sitting, List.of(candidates), sitting.startsAt()));
  }

  static List<MeetingRequestId> order(Agenda agenda) {
    return agenda.placed().stream().map(PlacedItem::requestId).toList();
  }

  static List<MeetingRequestId> requests(long... numbers) {
    return Arrays.stream(numbers).mapToObj(Ask::request).toList();
  }
}
