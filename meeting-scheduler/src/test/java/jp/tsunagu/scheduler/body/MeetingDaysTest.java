package jp.tsunagu.scheduler.body;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingDaysTest {

  private static final LocalDate MOUNTAIN_DAY = LocalDate.of(2026, 8, 11);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 8);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 13);
  private static final DeskDecisions UNDECIDED = DeskDecisions.none();

  private final OfficeCalendar calendar = OfficeCalendar.standard(JapaneseHolidays.calculated());

  /** 2026-08-11 is 山の日 and a 2nd Tuesday: the meeting of August and the closing of September. */
  @ParameterizedTest
  @CsvSource({"KEEP, 2026-08-11", "NEXT_OPEN_DAY, 2026-08-12", "PREVIOUS_OPEN_DAY, 2026-08-10"})
  void a_second_Tuesday_on_a_holiday_moves_meeting_and_closing_as_the_city_chose(
      ClosedDayRule rule, LocalDate day) {
    MeetingDays days = days(rule);

    assertThat(days.on(MOUNTAIN_DAY, UNDECIDED)).isEqualTo(new MeetingDay.On(MOUNTAIN_DAY, day));
    assertThat(days.closing(SEPTEMBER, UNDECIDED)).isEqualTo(at(day + "T17:15"));
    assertThat(days.on(SEPTEMBER, UNDECIDED)).isEqualTo(new MeetingDay.On(SEPTEMBER, SEPTEMBER));
    assertThat(days.closing(OCTOBER, UNDECIDED)).isEqualTo(at("2026-09-08T17:15"));
  }

  @Test
  void who_asks_the_desk_waits_and_never_moves_by_itself() {
    MeetingDays days = days(ClosedDayRule.ASK_THE_DESK);

    assertThat(days.on(MOUNTAIN_DAY, UNDECIDED)).isEqualTo(new MeetingDay.Undecided(MOUNTAIN_DAY));
    assertThat(days.closing(SEPTEMBER, UNDECIDED)).isEqualTo(new Moment.Undecided(MOUNTAIN_DAY));
    assertThat(days.publishing(SEPTEMBER, UNDECIDED)).isEqualTo(new Moment.Undecided(MOUNTAIN_DAY));
    assertThat(days.publishing(MOUNTAIN_DAY, UNDECIDED))
        .isEqualTo(new Moment.Undecided(MOUNTAIN_DAY));
    assertThat(days.datesAfter(LocalDate.of(2026, 7, 14), SEPTEMBER, UNDECIDED))
        .containsExactly(SEPTEMBER);
    assertThat(days.closing(SEPTEMBER, UNDECIDED).known()).isEmpty();
  }

  @Test
  void the_desk_decides_about_the_meeting_and_about_the_closing_apart() {
    MeetingDays days = days(ClosedDayRule.ASK_THE_DESK);
    LocalDate eighteenth = LocalDate.of(2026, 8, 18);
    LocalDate seventh = LocalDate.of(2026, 8, 7);
    DeskDecisions meeting = new DeskDecisions(Map.of(MOUNTAIN_DAY, eighteenth), Map.of());
    DeskDecisions closing = new DeskDecisions(Map.of(), Map.of(MOUNTAIN_DAY, seventh));

    assertThat(days.on(MOUNTAIN_DAY, meeting))
        .isEqualTo(new MeetingDay.On(MOUNTAIN_DAY, eighteenth));
    assertThat(days.closing(SEPTEMBER, meeting)).isEqualTo(new Moment.Undecided(MOUNTAIN_DAY));
    assertThat(days.closing(SEPTEMBER, closing)).isEqualTo(at("2026-08-07T17:15"));
    assertThat(days.nextAfter(LocalDate.of(2026, 8, 1), meeting)).contains(eighteenth);
  }

  @ParameterizedTest
  @EnumSource
  void the_February_holiday_of_2025_moves_the_same_way(ClosedDayRule rule) {
    LocalDate foundationDay = LocalDate.of(2025, 2, 11);
    MeetingDay expected =
        switch (rule) {
          case KEEP -> new MeetingDay.On(foundationDay, foundationDay);
          case NEXT_OPEN_DAY -> new MeetingDay.On(foundationDay, LocalDate.of(2025, 2, 12));
          case PREVIOUS_OPEN_DAY -> new MeetingDay.On(foundationDay, LocalDate.of(2025, 2, 10));
          case ASK_THE_DESK -> new MeetingDay.Undecided(foundationDay);
        };

    assertThat(days(rule).on(foundationDay, UNDECIDED)).isEqualTo(expected);
  }

  @Test
  void a_decision_about_an_open_day_changes_nothing() {
    DeskDecisions idle = new DeskDecisions(Map.of(SEPTEMBER, SEPTEMBER.plusDays(1)), Map.of());

    assertThat(days(ClosedDayRule.ASK_THE_DESK).on(SEPTEMBER, idle))
        .isEqualTo(new MeetingDay.On(SEPTEMBER, SEPTEMBER));
  }

  @Test
  void notices_go_out_so_many_days_before_when_the_office_opens() {
    MeetingDays days = days(ClosedDayRule.NEXT_OPEN_DAY);

    assertThat(days.publishing(OCTOBER, UNDECIDED)).isEqualTo(at("2026-09-29T08:30"));
    assertThat(days.reminder(OCTOBER)).isEqualTo(at("2026-10-09T08:30"));
    assertThat(days.begins(OCTOBER)).contains(instant("2026-10-13T15:00"));
  }

  @Test
  void notices_go_out_at_closing_where_no_days_are_given_and_never_before() {
    MeetingDays atClosing =
        new MeetingDays(
            Bodies.secondTuesday(SUPPORT_CONFERENCE, ClosedDayRule.NEXT_OPEN_DAY, null), calendar);
    MeetingDays tooEarly =
        new MeetingDays(
            Bodies.secondTuesday(SUPPORT_CONFERENCE, ClosedDayRule.NEXT_OPEN_DAY, 60), calendar);

    assertThat(atClosing.publishing(OCTOBER, UNDECIDED)).isEqualTo(at("2026-09-08T17:15"));
    assertThat(tooEarly.publishing(OCTOBER, UNDECIDED)).isEqualTo(at("2026-09-08T17:15"));
  }

  @Test
  void a_body_that_meets_per_case_has_no_days_but_a_report() {
    MeetingDays days =
        new MeetingDays(
            Bodies.of(
                "shien-jian", SUPPORT_CONFERENCE, MeetingModel.PER_CASE, Set.of(), true, Set.of()),
            calendar);
    LocalDate held = LocalDate.of(2026, 7, 9);

    assertThat(days.between(held, held.plusYears(1), UNDECIDED)).isEmpty();
    assertThat(days.closing(held, UNDECIDED)).isEqualTo(new Moment.None());
    assertThat(days.publishing(held, UNDECIDED)).isEqualTo(new Moment.None());
    assertThat(days.reminder(held)).isEqualTo(new Moment.None());
    assertThat(days.reportDue(held)).contains(LocalDate.of(2026, 7, 23));
    assertThat(days.reportChasedAt(held)).contains(instant("2026-07-24T08:30"));
    assertThat(days.begins(held)).isEmpty();
    assertThat(days(ClosedDayRule.KEEP).reportDue(held)).isEmpty();
  }

  @Test
  void every_meeting_of_thirteen_years_is_on_an_open_day_near_its_rule_day() {
    List<MeetingDay> meetings =
        days(ClosedDayRule.NEXT_OPEN_DAY)
            .between(LocalDate.of(2019, 1, 1), LocalDate.of(2031, 12, 31), UNDECIDED);

    assertThat(meetings).hasSize(13 * 12);
    assertThat(meetings)
        .allSatisfy(
            meeting ->
                assertThat(meeting)
                    .isInstanceOfSatisfying(
                        MeetingDay.On.class,
                        on ->
                            assertThat(
                                    calendar.isOpenDay(on.date())
                                        && on.date().toEpochDay() - on.ruleDay().toEpochDay() <= 3)
                                .isTrue()));
  }

  @Test
  void a_meeting_is_named_by_the_day_of_its_rule() {
    BodyId body = new BodyId("shien-kaigi");

    assertThat(MeetingNames.regular(body, MOUNTAIN_DAY))
        .isEqualTo(new MeetingId("shien-kaigi.2026-08-11"));
    assertThat(MeetingNames.extra(body, MOUNTAIN_DAY, 1))
        .isEqualTo(new MeetingId("shien-kaigi.2026-08-11.1"));
    assertThat(MeetingNames.dayOf(MeetingNames.extra(body, MOUNTAIN_DAY, 12)))
        .isEqualTo(MOUNTAIN_DAY);
  }

  private MeetingDays days(ClosedDayRule rule) {
    return new MeetingDays(Bodies.secondTuesday(SUPPORT_CONFERENCE, rule), calendar);
  }

  private static Moment at(String local) {
    return new Moment.At(instant(local));
  }

  private static Instant instant(String local) {
    LocalDateTime time = LocalDateTime.parse(local);
    return TokyoTime.at(time.toLocalDate(), time.toLocalTime());
  }
}
