package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarekiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "昭和47年5月30日",
        "昭和４７年５月３０日",
        "昭和 47年 5月30日",
        "昭和47年05月30日",
        "昭和47年(1972年)5月30日",
        "昭和47年（1972）5月30日",
        "㍼47年5月30日",
        "昭47/5/30",
        "S47.5.30",
        "s47-05-30",
        "Ｓ４７．５．３０",
        "1972-05-30",
        "1972/5/30",
        "1972.5.30",
        "１９７２／５／３０",
        "1972年5月30日",
        "西暦1972年5月30日",
        "1972−05−30",
        "　1972-05-30 "
      })
  void one_day_is_read_however_it_is_written(String text) {
    assertThat(Wareki.parse(text)).isEqualTo(new WarekiReading.Parsed(LocalDate.of(1972, 5, 30)));
  }

  @ParameterizedTest
  @CsvSource({
    "明治6年1月1日,1873-01-01",
    "明治45年7月30日,1912-07-30",
    "大正元年7月30日,1912-07-30",
    "大正15年12月25日,1926-12-25",
    "昭和元年12月25日,1926-12-25",
    "昭和64年1月7日,1989-01-07",
    "平成元年1月8日,1989-01-08",
    "平成31年4月30日,2019-04-30",
    "令和元年5月1日,2019-05-01",
    "R1.5.1,2019-05-01",
    "令和6年2月29日,2024-02-29",
    "T10.1.1,1921-01-01",
    "M45.1.1,1912-01-01"
  })
  void first_and_last_days_of_the_eras_are_read(String text, LocalDate date) {
    assertThat(Wareki.parse(text)).isEqualTo(new WarekiReading.Parsed(date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "昭和65年1月1日 | その元号に65年はありません。1990年は平成2年です",
        "平成32年4月1日 | その元号に32年はありません。2020年は令和2年です",
        "大正16年1月1日 | その元号に16年はありません。1927年は昭和2年です",
        "昭和0年1月1日 | その元号に0年はありません。最初の年は昭和元年です",
        "平成31年5月1日 | 平成ではありません。その日は令和元年5月1日です",
        "昭和64年1月8日 | 昭和ではありません。その日は平成元年1月8日です",
        "令和元年4月30日 | 令和ではありません。その日は平成31年4月30日です",
        "令和8年2月30日 | 2026年2月は28日までで、30日はありません",
        "2024-02-30 | 2024年2月は29日までで、30日はありません",
        "2026/4/31 | 2026年4月は30日までで、31日はありません",
        "2026/13/1 | 13月はありません",
        "2026/0/1 | 0月はありません",
        "2026/1/0 | 2026年1月は31日までで、0日はありません",
        "令和8年(2025年)1月1日 | 令和8年は2026年で、2025年ではありません",
        "明治5年1月1日 | 明治5年以前の日付は旧暦のため読めません。新暦の西暦で書いてください"
      })
  void an_impossible_date_is_rejected_with_the_reason(String text, String reason) {
    assertThat(Wareki.parse(text)).isEqualTo(new WarekiReading.Rejected(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "不明",
        "72/5/30",
        "19720530",
        "昭和47年",
        "昭和47年5月",
        "47年5月30日",
        "X47.5.30",
        "1972/5-30",
        "1972-05-30T00:00",
        "昭和100年1月1日",
        "0000-01-01",
        "昭和47年5月30日生まれ"
      })
  void text_of_another_shape_is_rejected_with_the_shapes_that_are_read(String text) {
    assertThat(Wareki.parse(text))
        .isEqualTo(
            new WarekiReading.Rejected(
                "日付として読めません。昭和47年5月30日、S47.5.30、1972-05-30 のいずれかの形で書いてください"));
  }

  @Test
  void a_very_long_text_is_rejected_at_once() {
    assertThat(Wareki.parse("9".repeat(1_000_000))).isInstanceOf(WarekiReading.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21,令和8年11月21日,令和8年(2026年)11月21日",
    "2019-05-01,令和元年5月1日,令和元年(2019年)5月1日",
    "2019-04-30,平成31年4月30日,平成31年(2019年)4月30日",
    "1989-01-07,昭和64年1月7日,昭和64年(1989年)1月7日",
    "1912-07-30,大正元年7月30日,大正元年(1912年)7月30日",
    "1872-12-31,1872年12月31日,1872年12月31日"
  })
  void a_day_is_written_with_or_without_the_western_year(
      LocalDate date, String plain, String withWesternYear) {
    assertThat(Wareki.format(date)).isEqualTo(plain);
    assertThat(Wareki.formatWithWesternYear(date)).isEqualTo(withWesternYear);
  }

  @Test
  void every_day_since_1873_is_read_back_as_it_was_written() {
    LocalDate end = LocalDate.of(2100, 1, 1);
    for (LocalDate date = LocalDate.of(1873, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
      WarekiReading parsed = new WarekiReading.Parsed(date);
      assertThat(Wareki.parse(Wareki.format(date))).isEqualTo(parsed);
      assertThat(Wareki.parse(Wareki.formatWithWesternYear(date))).isEqualTo(parsed);
    }
  }
}
