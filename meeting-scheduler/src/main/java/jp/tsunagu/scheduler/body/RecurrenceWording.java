package jp.tsunagu.scheduler.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Says in Japanese what is wrong with a rule and how to write it; the library only says no. */
final class RecurrenceWording {

  /** A rule that is right. */
  static final String EXAMPLE = "FREQ=MONTHLY;BYDAY=2TU(毎月第2火曜日)";

  private static final int LONGEST_RULE = 200;
  private static final Pattern PART = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+");
  private static final Pattern WEEKDAYS =
      Pattern.compile("[+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*");
  private static final Pattern LAST_DAY = Pattern.compile("\\d{8}");
  private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
  private static final Set<String> TIMES = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
  private static final Set<String> DAYS = Set.of("BYDAY", "BYMONTHDAY", "BYYEARDAY");
  private static final Set<String> OTHERS =
      Set.of("FREQ", "INTERVAL", "UNTIL", "BYMONTH", "BYSETPOS", "BYWEEKNO", "WKST");

  private static final List<Function<Map<String, String>, Optional<String>>> RULES =
      List.of(
          RecurrenceWording::partsMustBeKnown,
          RecurrenceWording::frequencyMustBeOfDays,
          RecurrenceWording::timesStandElsewhere,
          RecurrenceWording::countingNeedsAFirstDay,
          RecurrenceWording::weekdaysMustBeRead,
          RecurrenceWording::lastDayMustBeADay,
          RecurrenceWording::dayMustBeNamed);

  private RecurrenceWording() {}

  /** The first objection; empty if the library may read it. */
  static Optional<String> objectionTo(String text) {
    if (text.isBlank() || text.length() > LONGEST_RULE) {
      return Optional.of("開催日の規則が空か長すぎます。例: " + EXAMPLE);
    }
    if (text.startsWith("RRULE:")) {
      return Optional.of("先頭の「RRULE:」を取ってください。例: " + EXAMPLE);
    }
    Map<String, String> parts = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      if (!PART.matcher(part).matches()) {
        return Optional.of("「" + part + "」は 名前=値 の形(半角大文字)ではありません。例: " + EXAMPLE);
      }
      int equals = part.indexOf('=');
      if (parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        return Optional.of("「" + part.substring(0, equals) + "」が二度あります。一つにしてください");
      }
    }
    return RULES.stream().flatMap(rule -> rule.apply(parts).stream()).findFirst();
  }

  private static Optional<String> partsMustBeKnown(Map<String, String> parts) {
    List<String> unknown = new ArrayList<>(parts.keySet());
    unknown.removeAll(TIMES);
    unknown.removeAll(DAYS);
    unknown.removeAll(OTHERS);
    unknown.remove("COUNT");
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("「" + unknown.getFirst() + "」は RRULE の項目ではありません。例: " + EXAMPLE);
  }

  private static Optional<String> frequencyMustBeOfDays(Map<String, String> parts) {
    return FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))
        ? Optional.empty()
        : Optional.of("FREQ は MONTHLY、WEEKLY、YEARLY、DAILY のどれかです。例: " + EXAMPLE);
  }

  private static Optional<String> timesStandElsewhere(Map<String, String> parts) {
    return parts.keySet().stream()
        .filter(TIMES::contains)
        .findFirst()
        .map(name -> "「" + name + "」は使えません。時刻は規則ではなく begins(開始)や at(締切)に書いてください");
  }

  private static Optional<String> countingNeedsAFirstDay(Map<String, String> parts) {
    if (parts.containsKey("COUNT")) {
      return Optional.of("「COUNT」は数え始める日がないため使えません。終わりは UNTIL=20270331 の形で書いてください");
    }
    return parts.getOrDefault("INTERVAL", "1").equals("1")
        ? Optional.empty()
        : Optional.of(
            "「INTERVAL」は数え始める日がないため使えません。月は BYMONTH=4,7,10,1、週は BYDAY=1TU,3TU の形で書いてください");
  }

  private static Optional<String> weekdaysMustBeRead(Map<String, String> parts) {
    String weekdays = parts.get("BYDAY");
    return weekdays == null || WEEKDAYS.matcher(weekdays).matches()
        ? Optional.empty()
        : Optional.of("BYDAY の「" + weekdays + "」が読めません。第2火曜日は 2TU、最後の金曜日は -1FR と書いてください");
  }

  private static Optional<String> lastDayMustBeADay(Map<String, String> parts) {
    String until = parts.get("UNTIL");
    return until == null || LAST_DAY.matcher(until).matches()
        ? Optional.empty()
        : Optional.of("UNTIL の「" + until + "」は日だけで書いてください。例: UNTIL=20270331");
  }

  private static Optional<String> dayMustBeNamed(Map<String, String> parts) {
    boolean named = parts.keySet().stream().anyMatch(DAYS::contains);
    return named || "DAILY".equals(parts.get("FREQ"))
        ? Optional.empty()
        : Optional.of("どの日か決まりません。BYDAY(曜日)か BYMONTHDAY(日)を足してください。例: " + EXAMPLE);
  }
}
