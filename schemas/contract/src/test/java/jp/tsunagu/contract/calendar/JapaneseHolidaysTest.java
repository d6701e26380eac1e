package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JapaneseHolidaysTest {

  /** Typed by hand from the published calendars, one year a line, independent of the rules. */
  private static final String PUBLISHED =
      """
      2019 1/1元日 1/14成人の日 2/11建国記念の日 3/21春分の日 4/29昭和の日 4/30国民の休日 5/1天皇の即位の日 5/2国民の休日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/15海の日 8/11山の日 8/12振替休日 9/16敬老の日 9/23秋分の日 10/14体育の日 10/22即位礼正殿の儀の行われる日 11/3文化の日 11/4振替休日 11/23勤労感謝の日
      2020 1/1元日 1/13成人の日 2/11建国記念の日 2/23天皇誕生日 2/24振替休日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/23海の日 7/24スポーツの日 8/10山の日 9/21敬老の日 9/22秋分の日 11/3文化の日 11/23勤労感謝の日
      2021 1/1元日 1/11成人の日 2/11建国記念の日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/22海の日 7/23スポーツの日 8/8山の日 8/9振替休日 9/20敬老の日 9/23秋分の日 11/3文化の日 11/23勤労感謝の日
      2022 1/1元日 1/10成人の日 2/11建国記念の日 2/23天皇誕生日 3/21春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/18海の日 8/11山の日 9/19敬老の日 9/23秋分の日 10/10スポーツの日 11/3文化の日 11/23勤労感謝の日
      2023 1/1元日 1/2振替休日 1/9成人の日 2/11建国記念の日 2/23天皇誕生日 3/21春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/17海の日 8/11山の日 9/18敬老の日 9/23秋分の日 10/9スポーツの日 11/3文化の日 11/23勤労感謝の日
      2024 1/1元日 1/8成人の日 2/11建国記念の日 2/12振替休日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/15海の日 8/11山の日 8/12振替休日 9/16敬老の日 9/22秋分の日 9/23振替休日 10/14スポーツの日 11/3文化の日 11/4振替休日 11/23勤労感謝の日
      2025 1/1元日 1/13成人の日 2/11建国記念の日 2/23天皇誕生日 2/24振替休日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/21海の日 8/11山の日 9/15敬老の日 9/23秋分の日 10/13スポーツの日 11/3文化の日 11/23勤労感謝の日 11/24振替休日
      2026 1/1元日 1/12成人の日 2/11建国記念の日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/20海の日 8/11山の日 9/21敬老の日 9/22国民の休日 9/23秋分の日 10/12スポーツの日 11/3文化の日 11/23勤労感謝の日
      2027 1/1元日 1/11成人の日 2/11建国記念の日 2/23天皇誕生日 3/21春分の日 3/22振替休日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/19海の日 8/11山の日 9/20敬老の日 9/23秋分の日 10/11スポーツの日 11/3文化の日 11/23勤労感謝の日
      2028 1/1元日 1/10成人の日 2/11建国記念の日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/17海の日 8/11山の日 9/18敬老の日 9/22秋分の日 10/9スポーツの日 11/3文化の日 11/23勤労感謝の日
      2029 1/1元日 1/8成人の日 2/11建国記念の日 2/12振替休日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 4/30振替休日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 7/16海の日 8/11山の日 9/17敬老の日 9/23秋分の日 9/24振替休日 10/8スポーツの日 11/3文化の日 11/23勤労感謝の日
      2030 1/1元日 1/14成人の日 2/11建国記念の日 2/23天皇誕生日 3/20春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/15海の日 8/11山の日 8/12振替休日 9/16敬老の日 9/23秋分の日 10/14スポーツの日 11/3文化の日 11/4振替休日 11/23勤労感謝の日
      2031 1/1元日 1/13成人の日 2/11建国記念の日 2/23天皇誕生日 2/24振替休日 3/21春分の日 4/29昭和の日 5/3憲法記念日 5/4みどりの日 5/5こどもの日 5/6振替休日 7/21海の日 8/11山の日 9/15敬老の日 9/23秋分の日 10/13スポーツの日 11/3文化の日 11/23勤労感謝の日 11/24振替休日
      """;

  private final JapaneseHolidays holidays = JapaneseHolidays.calculated();

  @ParameterizedTest
  @ValueSource(
      ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031})
  void a_calculated_year_equals_the_published_one_day_by_day(int year) {
    assertThat(holidays.of(Year.of(year))).isEqualTo(published(year));
  }

  @ParameterizedTest
  @CsvSource({"2019,22", "2020,18", "2024,21", "2026,18", "2028,16"})
  void a_year_has_the_published_number_of_days(int year, int days) {
    assertThat(holidays.of(Year.of(year))).hasSize(days);
  }

  @ParameterizedTest
  @CsvSource({
    "1948-09-23,秋分の日",
    "1960-03-20,春分の日",
    "1973-04-30,振替休日",
    "1979-09-24,秋分の日",
    "1988-05-04,国民の休日",
    "1989-02-24,昭和天皇の大喪の礼",
    "1999-01-15,成人の日",
    "2006-04-29,みどりの日",
    "2009-09-22,国民の休日",
    "2015-09-22,国民の休日",
    "2018-12-24,振替休日",
    "2032-09-21,国民の休日",
    "2099-03-20,春分の日"
  })
  void earlier_and_later_laws_are_known_too(LocalDate date, String name) {
    assertThat(holidays.nameOf(date)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1948-05-03",
        "1973-02-12",
        "1986-05-04",
        "2019-02-23",
        "2019-12-23",
        "2020-07-20",
        "2020-10-12",
        "2021-08-11",
        "2026-12-31",
        "2026-11-21"
      })
  void a_day_without_a_law_is_no_holiday(LocalDate date) {
    assertThat(holidays.nameOf(date)).isEmpty();
  }

  @Test
  void a_year_of_a_file_replaces_the_calculated_year_completely_and_no_other() {
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    HolidayFile.Usable file =
        new HolidayFile.Usable(Map.of(Year.of(2027), new TreeMap<>(Map.of(newYear, "元日"))));

    JapaneseHolidays replaced = holidays.replacedBy(file);

    assertThat(replaced.of(Year.of(2027))).containsOnlyKeys(newYear);
    assertThat(replaced.of(Year.of(2026))).isEqualTo(published(2026));
    assertThat(holidays.of(Year.of(2027))).isEqualTo(published(2027));
  }

  private static SortedMap<LocalDate, String> published(int year) {
    String line =
        PUBLISHED.lines().filter(text -> text.startsWith(year + " ")).findFirst().orElseThrow();
    SortedMap<LocalDate, String> days = new TreeMap<>();
    Pattern.compile(" ")
        .splitAsStream(line.substring(5))
        .forEach(
            entry -> {
              String monthAndDay = entry.replaceAll("[^0-9/]", "");
              int slash = monthAndDay.indexOf('/');
              int month = Integer.parseInt(monthAndDay.substring(0, slash));
              int day = Integer.parseInt(monthAndDay.substring(slash + 1));
              days.put(LocalDate.of(year, month, day), entry.replaceAll("[0-9/]", ""));
            });
    return days;
  }
}
