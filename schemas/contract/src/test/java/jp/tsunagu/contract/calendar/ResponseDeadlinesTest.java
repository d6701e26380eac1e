package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseDeadlinesTest {

  private static final DeadlineRule.OpenDays TEN_OPEN_DAYS =
      DeadlineRule.openDays(10, LocalTime.of(17, 15));

  private final OfficeCalendar calendar = OfficeCalendar.standard(JapaneseHolidays.calculated());

  @ParameterizedTest
  @CsvSource({
    "2026-09-03T10:52, 2026-09-15T08:30, 2026-09-17T17:15, 2026-09-18T08:30",
    "2026-10-28T14:30, 2026-11-10T08:30, 2026-11-12T17:15, 2026-11-13T08:30",
    "2026-11-16T10:00, 2026-11-27T08:30, 2026-12-01T17:15, 2026-12-02T08:30",
    "2026-12-09T09:00, 2026-12-21T08:30, 2026-12-23T17:15, 2026-12-24T08:30",
    "2026-12-17T15:00, 2027-01-04T08:30, 2027-01-06T17:15, 2027-01-07T08:30",
    "2027-02-10T13:00, 2027-02-24T08:30, 2027-02-26T17:15, 2027-03-01T08:30"
  })
  void ten_open_days_end_at_closing_on_the_tenth_open_day_after_the_sending(
      LocalDateTime sent, LocalDateTime dueSoon, LocalDateTime respondBy, LocalDateTime escalate) {
    assertThat(ResponseDeadlines.of(TEN_OPEN_DAYS, tokyo(sent), calendar))
        .isEqualTo(new ResponseDeadline(tokyo(respondBy), tokyo(dueSoon), false, tokyo(escalate)));
  }

  @Test
  void a_sending_on_a_closed_day_counts_from_the_first_open_day_after_it() {
    Instant saturday = tokyo(LocalDateTime.of(2026, 9, 5, 12, 0));
    Instant fridayNight = tokyo(LocalDateTime.of(2026, 9, 4, 23, 59));

    assertThat(ResponseDeadlines.of(TEN_OPEN_DAYS, saturday, calendar))
        .isEqualTo(ResponseDeadlines.of(TEN_OPEN_DAYS, fridayNight, calendar));
  }

  @ParameterizedTest
  @CsvSource({
    "24, 2026-07-18T07:30, 2026-07-19T01:30, 2026-07-19T07:30, true",
    "24, 2026-07-14T10:00, 2026-07-15T04:00, 2026-07-15T10:00, false",
    "72, 2026-07-14T10:00, 2026-07-16T10:00, 2026-07-17T10:00, false",
    "72, 2026-12-28T10:00, 2026-12-30T10:00, 2026-12-31T10:00, true"
  })
  void hours_run_day_and_night_and_escalate_at_once(
      int hours,
      LocalDateTime sent,
      LocalDateTime dueSoon,
      LocalDateTime respondBy,
      boolean closed) {
    assertThat(ResponseDeadlines.of(DeadlineRule.calendarHours(hours), tokyo(sent), calendar))
        .isEqualTo(
            new ResponseDeadline(tokyo(respondBy), tokyo(dueSoon), closed, tokyo(respondBy)));
  }

  @Test
  void reminder_and_escalation_are_configuration() {
    DeadlineRule hours =
        DeadlineRule.calendarHours(24)
            .dueSoonBefore(Duration.ofHours(2))
            .escalating(Escalation.AT_NEXT_OPENING);
    DeadlineRule days = TEN_OPEN_DAYS.dueSoonBefore(1).escalating(Escalation.AT_ONCE);

    assertThat(ResponseDeadlines.of(hours, tokyo(LocalDateTime.of(2026, 7, 17, 7, 30)), calendar))
        .isEqualTo(
            new ResponseDeadline(
                tokyo(LocalDateTime.of(2026, 7, 18, 7, 30)),
                tokyo(LocalDateTime.of(2026, 7, 18, 5, 30)),
                true,
                tokyo(LocalDateTime.of(2026, 7, 21, 8, 30))));
    assertThat(ResponseDeadlines.of(days, tokyo(LocalDateTime.of(2026, 11, 16, 10, 0)), calendar))
        .isEqualTo(
            new ResponseDeadline(
                tokyo(LocalDateTime.of(2026, 12, 1, 17, 15)),
                tokyo(LocalDateTime.of(2026, 11, 30, 8, 30)),
                false,
                tokyo(LocalDateTime.of(2026, 12, 1, 17, 15))));
  }

  @Test
  void a_short_deadline_is_never_due_soon_before_the_sending() {
    DeadlineRule oneDay = DeadlineRule.openDays(1, LocalTime.of(17, 15));
    Instant sent = tokyo(LocalDateTime.of(2026, 9, 3, 10, 52));

    assertThat(ResponseDeadlines.of(oneDay, sent, calendar).dueSoonAt()).isEqualTo(sent);
  }

  @Test
  void a_deadline_within_office_hours_still_escalates_on_the_next_open_morning() {
    DeadlineRule untilNoon = DeadlineRule.openDays(10, LocalTime.NOON);
    Instant sent = tokyo(LocalDateTime.of(2026, 11, 16, 10, 0));

    assertThat(ResponseDeadlines.of(untilNoon, sent, calendar).escalateAt())
        .isEqualTo(tokyo(LocalDateTime.of(2026, 12, 2, 8, 30)));
  }

  @Test
  void rules_that_cannot_be_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DeadlineRule.calendarHours(0));
    assertThatIllegalArgumentException().isThrownBy(() -> TEN_OPEN_DAYS.dueSoonBefore(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeadlineRule.openDays(0, LocalTime.of(17, 15)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeadlineRule.calendarHours(24).dueSoonBefore(Duration.ofHours(24)));
  }

  private static Instant tokyo(LocalDateTime local) {
    return TokyoTime.at(local.toLocalDate(), local.toLocalTime());
  }
}
