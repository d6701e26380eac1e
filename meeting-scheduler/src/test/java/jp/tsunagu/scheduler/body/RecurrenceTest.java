package jp.tsunagu.scheduler.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceTest {

  @Test
  void the_second_Tuesdays_of_a_fiscal_year_are_those_of_the_calendar() {
    assertThat(days("FREQ=MONTHLY;BYDAY=2TU", "2026-04-01", "2027-03-31"))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-04-14",
            "2026-05-12",
            "2026-06-09",
            "2026-07-14",
            "2026-08-11",
            "2026-09-08",
            "2026-10-13",
            "2026-11-10",
            "2026-12-08",
            "2027-01-12",
            "2027-02-09",
            "2027-03-09");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=MONTHLY;BYDAY=-1FR | 2026-10-30 2026-11-27",
        "FREQ=MONTHLY;BYDAY=1WE,3WE | 2026-10-07 2026-10-21 2026-11-04 2026-11-18",
        "FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-10-31 2026-11-30",
        "FREQ=YEARLY;BYMONTH=10;BYDAY=2TU | 2026-10-13",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-10-30 2026-11-30",
        "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261031 | 2026-10-13"
      })
  void rules_of_RFC_5545_give_their_days(String rule, String expected) {
    assertThat(days(rule, "2026-10-01", "2026-11-30"))
        .extracting(LocalDate::toString)
        .containsExactly(expected.split(" "));
  }

  @Test
  void the_same_days_come_out_wherever_the_range_is_cut() {
    String rule = "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=3";
    List<LocalDate> whole = days(rule, "2026-01-01", "2027-12-31");

    for (LocalDate cut = LocalDate.of(2026, 1, 1); cut.getYear() < 2028; cut = cut.plusDays(9)) {
      LocalDate from = cut;
      assertThat(Recurrence.of(rule).days(from, LocalDate.of(2027, 12, 31)))
          .isEqualTo(whole.stream().filter(day -> !day.isBefore(from)).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=MONTHLY;BYDAY=2TU | 先頭の「RRULE:」を取ってください",
        "第2火曜日 | 「第2火曜日」は 名前=値 の形(半角大文字)ではありません",
        "FREQ=MONTHLY;BYDAY=TU2 | 第2火曜日は 2TU、最後の金曜日は -1FR と書いてください",
        "FREQ=MONTHLY;BYDAYS=2TU | 「BYDAYS」は RRULE の項目ではありません",
        "FREQ=MONTH;BYDAY=2TU | FREQ は MONTHLY、WEEKLY、YEARLY、DAILY のどれかです",
        "BYDAY=2TU | FREQ は MONTHLY、WEEKLY、YEARLY、DAILY のどれかです",
        "FREQ=MONTHLY | どの日か決まりません。BYDAY(曜日)か BYMONTHDAY(日)を足してください",
        "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=15 | 時刻は規則ではなく begins(開始)や at(締切)に書いてください",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU | 月は BYMONTH=4,7,10,1、週は BYDAY=1TU,3TU の形で書いてください",
        "FREQ=MONTHLY;COUNT=12;BYDAY=2TU | 終わりは UNTIL=20270331 の形で書いてください",
        "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270331T000000Z | 日だけで書いてください",
        "FREQ=MONTHLY;BYDAY=2TU;BYDAY=3TU | 「BYDAY」が二度あります",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 日か月を直してください",
        "FREQ=YEARLY;BYMONTH=13;BYDAY=2TU | は RFC 5545 の RRULE として読めません",
        "FREQ=WEEKLY;BYMONTHDAY=3 | は RFC 5545 の RRULE として読めません"
      })
  void a_wrong_rule_is_refused_with_the_fix(String rule, String reason) {
    assertThat(Recurrence.read(rule))
        .isInstanceOfSatisfying(
            Recurrence.Reading.Unusable.class,
            unusable -> assertThat(unusable.reason()).contains(reason));
  }

  @Test
  void an_empty_or_endless_rule_is_refused() {
    assertThat(Recurrence.read("")).isInstanceOf(Recurrence.Reading.Unusable.class);
    assertThat(Recurrence.read("FREQ=MONTHLY;BYDAY=" + "2TU,".repeat(100_000)))
        .isInstanceOf(Recurrence.Reading.Unusable.class);
  }

  @Test
  void a_rule_that_was_not_checked_is_a_fault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of("FREQ=MONTHLY"))
        .withMessageContaining("どの日か決まりません");
    assertThat(Recurrence.of("FREQ=MONTHLY;BYDAY=2TU")).hasToString("FREQ=MONTHLY;BYDAY=2TU");
  }

  private static List<LocalDate> days(String rule, String first, String last) {
    return Recurrence.of(rule).days(LocalDate.parse(first), LocalDate.parse(last));
  }
}
