package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficeCalendarTest {

  private static final long SEED = 20260401L;

  private final OfficeCalendar calendar = OfficeCalendar.standard(JapaneseHolidays.calculated());

  @ParameterizedTest
  @CsvSource({
    "2026-09-03T10:52, 2026-09-07T11:30, PT18H8M",
    "2026-10-28T14:30, 2026-11-02T10:00, PT21H45M",
    "2026-11-16T10:00, 2026-12-03T11:00, PT106H",
    "2026-12-17T15:00, 2026-12-22T11:00, PT22H15M",
    "2027-02-10T13:00, 2027-02-18T09:30, PT40H15M"
  })
  void the_households_of_the_scenarios_waited_this_much_office_time(
      LocalDateTime sent, LocalDateTime answered, Duration waited) {
    assertThat(calendar.openTimeBetween(tokyo(sent), tokyo(answered))).isEqualTo(waited);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-04T00:00, 2026-09-05T00:00, PT8H45M",
    "2026-09-05T00:00, 2026-09-07T08:30, PT0S",
    "2026-09-18T17:15, 2026-09-24T08:30, PT0S",
    "2026-12-28T17:15, 2027-01-04T08:31, PT1M",
    "2026-09-04T12:00, 2026-09-04T12:00, PT0S",
    "2026-09-04T12:00, 2026-09-04T09:00, PT0S"
  })
  void office_time_passes_only_while_the_office_is_open(
      LocalDateTime from, LocalDateTime to, Duration passed) {
    assertThat(calendar.openTimeBetween(tokyo(from), tokyo(to))).isEqualTo(passed);
  }

  @Test
  void office_time_adds_up_wherever_it_is_cut() {
    Random random = new Random(SEED);
    Instant start = tokyo(LocalDateTime.of(2026, 4, 1, 0, 0));
    for (int round = 0; round < 500; round++) {
      Instant from = start.plusSeconds(random.nextInt(31_536_000));
      Instant cut = from.plusSeconds(random.nextInt(2_000_000));
      Instant to = cut.plusSeconds(random.nextInt(2_000_000));

      assertThat(calendar.openTimeBetween(from, cut).plus(calendar.openTimeBetween(cut, to)))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(calendar.openTimeBetween(from, to));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-28", "2027-01-04", "2026-09-24", "2026-08-10"})
  void an_ordinary_weekday_is_open(LocalDate date) {
    assertThat(calendar.isOpenDay(date)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-29",
        "2026-12-31",
        "2027-01-02",
        "2025-01-03",
        "2026-08-11",
        "2026-09-21",
        "2026-09-22",
        "2026-09-23",
        "2026-09-05",
        "2026-09-06"
      })
  void weekends_holidays_and_the_turn_of_the_year_are_closed(LocalDate date) {
    assertThat(calendar.isOpenDay(date)).isFalse();
  }

  @Test
  void the_next_and_previous_open_day_never_are_the_day_itself() {
    assertThat(calendar.nextOpenDay(LocalDate.of(2026, 9, 18))).isEqualTo("2026-09-24");
    assertThat(calendar.previousOpenDay(LocalDate.of(2026, 9, 24))).isEqualTo("2026-09-18");
    assertThat(calendar.openDayOnOrAfter(LocalDate.of(2026, 9, 18))).isEqualTo("2026-09-18");
    assertThat(calendar.openDayOnOrAfter(LocalDate.of(2026, 8, 11))).isEqualTo("2026-08-12");
  }

  @Test
  void open_days_are_counted_without_the_first_one() {
    LocalDate monday = LocalDate.of(2026, 11, 16);

    assertThat(calendar.plusOpenDays(monday, 0)).isEqualTo(monday);
    assertThat(calendar.plusOpenDays(monday, 10)).isEqualTo("2026-12-01");
    assertThat(calendar.minusOpenDays(LocalDate.of(2026, 12, 1), 2)).isEqualTo("2026-11-27");
    assertThat(calendar.minusOpenDays(LocalDate.of(2027, 1, 4), 1)).isEqualTo("2026-12-28");
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusOpenDays(monday, -1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00, 2026-12-01T10:00",
    "2026-12-01T08:30, 2026-12-01T08:30",
    "2026-12-01T08:29, 2026-12-01T08:30",
    "2026-12-01T17:15, 2026-12-02T08:30",
    "2026-09-18T23:59, 2026-09-24T08:30",
    "2026-12-28T17:15, 2027-01-04T08:30"
  })
  void the_next_opening_is_now_or_on_the_next_open_morning(
      LocalDateTime moment, LocalDateTime opening) {
    assertThat(calendar.nextOpening(tokyo(moment))).isEqualTo(tokyo(opening));
  }

  @Test
  void the_opening_after_a_moment_is_never_that_moment() {
    Instant opening = tokyo(LocalDateTime.of(2026, 12, 1, 8, 30));

    assertThat(calendar.openingAfter(opening))
        .isEqualTo(tokyo(LocalDateTime.of(2026, 12, 2, 8, 30)));
    assertThat(calendar.openingAfter(opening.minusMillis(1))).isEqualTo(opening);
  }

  @Test
  void a_day_begins_at_midnight_in_Tokyo_not_in_Greenwich() {
    Instant fridayEveningInGreenwich = Instant.parse("2026-09-04T23:45:00Z");
    Instant sundayEveningInGreenwich = Instant.parse("2026-09-06T23:45:00Z");

    assertThat(calendar.isOpen(fridayEveningInGreenwich)).isFalse();
    assertThat(calendar.isOpen(sundayEveningInGreenwich)).isTrue();
  }

  @Test
  void a_window_may_open_on_Wednesdays_only() {
    OfficeHours wednesdays =
        new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(DayOfWeek.WEDNESDAY));
    OfficeCalendar window =
        new OfficeCalendar(JapaneseHolidays.calculated(), wednesdays, true, List.of());

    assertThat(window.nextOpenDay(LocalDate.of(2026, 9, 16))).isEqualTo("2026-09-30");
    assertThat(wednesdays.perDay()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void holidays_and_closed_periods_are_configuration() {
    ClosedPeriod obon = new ClosedPeriod(MonthDay.of(8, 13), MonthDay.of(8, 15));
    OfficeCalendar alwaysThere =
        new OfficeCalendar(
            JapaneseHolidays.calculated(), OfficeHours.standard(), false, List.of(obon));

    assertThat(alwaysThere.isOpenDay(LocalDate.of(2026, 8, 11))).isTrue();
    assertThat(alwaysThere.isOpenDay(LocalDate.of(2026, 12, 29))).isTrue();
    assertThat(alwaysThere.nextOpenDay(LocalDate.of(2026, 8, 12))).isEqualTo("2026-08-17");
  }

  @Test
  void hours_that_never_open_are_refused() {
    LocalTime noon = LocalTime.NOON;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfficeHours(noon, noon, Set.of(DayOfWeek.MONDAY)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OfficeHours(noon, LocalTime.MAX, Set.of()));
  }

  private static Instant tokyo(LocalDateTime local) {
    return TokyoTime.at(local.toLocalDate(), local.toLocalTime());
  }
}
