package jp.tsunagu.contract.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.contract.calendar.WarekiReading.Parsed;
import jp.tsunagu.contract.calendar.WarekiReading.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people in Japan write them (和暦): read strictly, written with 元年 for the first year of an
 * era.
 *
 * <p>Read are 昭和47年5月30日, 昭47/5/30, S47.5.30, 令和元年5月1日, 令和8年(2026年)11月21日, 1972年5月30日, 1972-05-30
 * and 1972/5/30, in half or full width, with spaces anywhere. Eras before 1873 are refused: they
 * followed another calendar.
 */
public final class Wareki {

  private static final Pattern ERA_DATE =
      Pattern.compile(
          "(?<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])(?<year>元|\\d{1,2})"
              + "(?:年(?:\\((?<western>\\d{4})年?\\))?(?<month>\\d{1,2})月(?<day>\\d{1,2})日"
              + "|(?<sep>[./-])(?<month2>\\d{1,2})\\k<sep>(?<day2>\\d{1,2}))");
  private static final Pattern WESTERN_DATE =
      Pattern.compile(
          "(?:西暦)?(?<year>[1-9]\\d{3})(?:年(?<month>\\d{1,2})月(?<day>\\d{1,2})日"
              + "|(?<sep>[./-])(?<month2>\\d{1,2})\\k<sep>(?<day2>\\d{1,2}))");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212\\u30FC]");
  private static final int LONGEST_TEXT = 40;
  private static final String UNREADABLE =
      "日付として読めません。昭和47年5月30日、S47.5.30、1972-05-30 のいずれかの形で書いてください";
  private static final String LUNAR = "明治5年以前の日付は旧暦のため読めません。新暦の西暦で書いてください";

  private Wareki() {}

  /** Reads a date typed by a person. Never throws. */
  public static WarekiReading parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return new Rejected(UNREADABLE);
    }
    String plain = plain(text);
    Matcher era = ERA_DATE.matcher(plain);
    if (era.matches()) {
      return readEraDate(era);
    }
    Matcher western = WESTERN_DATE.matcher(plain);
    return western.matches() ? readWesternDate(western) : new Rejected(UNREADABLE);
  }

  /** Such as 令和8年11月21日; before 1873 with the western year alone. */
  public static String format(LocalDate date) {
    return yearLabel(date) + monthAndDay(date);
  }

  /** Such as 令和8年(2026年)11月21日; before 1873 with the western year alone. */
  public static String formatWithWesternYear(LocalDate date) {
    return JapaneseEra.of(date).isEmpty()
        ? format(date)
        : yearLabel(date) + "(" + date.getYear() + "年)" + monthAndDay(date);
  }

  private static String plain(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DASHES.matcher(SPACES.matcher(narrow).replaceAll("")).replaceAll("-");
  }

  private static WarekiReading readEraDate(Matcher written) {
    JapaneseEra era = JapaneseEra.named(group(written, "era")).orElseThrow();
    String yearText = group(written, "year");
    int eraYear = yearText.equals("元") ? 1 : Integer.parseInt(yearText);
    int westernYear = era.westernYear(eraYear);
    return objectionToYear(era, eraYear, written.group("western"))
        .<WarekiReading>map(Rejected::new)
        .orElseGet(() -> readDay(westernYear, written, Optional.of(era)));
  }

  private static WarekiReading readWesternDate(Matcher written) {
    return readDay(Integer.parseInt(group(written, "year")), written, Optional.empty());
  }

  private static Optional<String> objectionToYear(
      JapaneseEra era, int eraYear, @Nullable String writtenWestern) {
    int westernYear = era.westernYear(eraYear);
    if (eraYear == 0) {
      return Optional.of("その元号に0年はありません。最初の年は" + era.label() + "元年です");
    }
    if (era == JapaneseEra.MEIJI && eraYear < 6) {
      return Optional.of(LUNAR);
    }
    if (!era.reaches(westernYear)) {
      return Optional.of(
          "その元号に" + eraYear + "年はありません。" + westernYear + "年は" + lastLabel(westernYear) + "です");
    }
    if (writtenWestern != null && Integer.parseInt(writtenWestern) != westernYear) {
      return Optional.of(
          era.yearLabel(westernYear) + "は" + westernYear + "年で、" + writtenWestern + "年ではありません");
    }
    return Optional.empty();
  }

  private static WarekiReading readDay(int year, Matcher written, Optional<JapaneseEra> era) {
    int month = number(written, "month");
    int day = number(written, "day");
    Optional<String> objection = CalendarDays.objectionTo(year, month, day);
    if (objection.isPresent()) {
      return new Rejected(objection.get());
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (era.isPresent() && !era.get().contains(date)) {
      return new Rejected(era.get().label() + "ではありません。その日は" + format(date) + "です");
    }
    return new Parsed(date);
  }

  private static int number(Matcher written, String group) {
    String inKanjiForm = written.group(group);
    return Integer.parseInt(inKanjiForm != null ? inKanjiForm : group(written, group + "2"));
  }

  private static String group(Matcher written, String group) {
    return Objects.requireNonNull(written.group(group));
  }

  private static String yearLabel(LocalDate date) {
    return JapaneseEra.of(date)
        .map(era -> era.yearLabel(date.getYear()))
        .orElseGet(() -> date.getYear() + "年");
  }

  private static String lastLabel(int westernYear) {
    return yearLabel(LocalDate.of(westernYear, 12, 31));
  }

  private static String monthAndDay(LocalDate date) {
    return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
