package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the shape of a recurrence (RFC 5545 RRULE). A rule here has no first day, so what counts
 * from one (INTERVAL, COUNT, UNTIL) has no meaning and is refused.
 */
final class RecurrenceRule {

  private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
  private static final String EXAMPLE = "FREQ=MONTHLY;BYDAY=2TU (第2火曜日) の形にしてください。";
  private static final Map<String, Pattern> PARTS =
      Map.of(
          "FREQ", Pattern.compile("WEEKLY|MONTHLY|YEARLY"),
          "BYDAY", list("([+-]?[1-5])?" + DAY),
          "BYMONTHDAY", list("-?([1-9]|[12][0-9]|3[01])"),
          "BYMONTH", list("([1-9]|1[0-2])"),
          "BYSETPOS", list("-?[1-5]"));

  private final YamlValue place;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  private RecurrenceRule(YamlValue place) {
    this.place = place;
  }

  private static Pattern list(String one) {
    return Pattern.compile(one + "(," + one + ")*");
  }

  /** The rule as written; a wrong one is a fault of this place. */
  static Optional<String> read(YamlValue place) {
    return place.text().flatMap(text -> new RecurrenceRule(place).judged(text));
  }

  private Optional<String> judged(String text) {
    for (String part : text.split(";", -1)) {
      split(part);
    }
    if (wrong.isEmpty()) {
      judgeTogether();
    }
    return wrong.isEmpty()
        ? Optional.of(text)
        : place.fault(
            "'" + text + "' は繰り返しの決まり (RRULE) として使えません: " + wrong.getFirst() + "。", EXAMPLE);
  }

  private void split(String part) {
    int sign = part.indexOf('=');
    String key = sign < 0 ? part : part.substring(0, sign);
    Pattern form = PARTS.get(key);
    if (form == null) {
      wrong.add("'" + key + "' は使えません（使えるのは FREQ、BYDAY、BYMONTHDAY、BYMONTH、BYSETPOS）");
    } else if (sign < 0 || !form.matcher(part.substring(sign + 1)).matches()) {
      wrong.add("'" + part + "' の値が正しくありません");
    } else if (parts.putIfAbsent(key, part.substring(sign + 1)) != null) {
      wrong.add("'" + key + "' が2回あります");
    }
  }

  private void judgeTogether() {
    String frequency = parts.getOrDefault("FREQ", "");
    boolean hasDay = parts.containsKey("BYDAY") || parts.containsKey("BYMONTHDAY");
    switch (frequency) {
      case "" -> wrong.add("FREQ がありません");
      case "WEEKLY" -> judgeWeekly();
      case "YEARLY" -> require(hasDay && parts.containsKey("BYMONTH"), "YEARLY には BYMONTH と日が必要です");
      default -> require(hasDay, "MONTHLY には BYDAY か BYMONTHDAY が必要です");
    }
    require(
        !parts.containsKey("BYSETPOS") || parts.containsKey("BYDAY"), "BYSETPOS には BYDAY が必要です");
  }

  private void judgeWeekly() {
    String days = parts.getOrDefault("BYDAY", "");
    require(!days.isEmpty() && parts.size() == 2, "WEEKLY に使えるのは BYDAY だけです");
    require(days.chars().noneMatch(Character::isDigit), "WEEKLY の曜日に番号は付けられません");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }
}
