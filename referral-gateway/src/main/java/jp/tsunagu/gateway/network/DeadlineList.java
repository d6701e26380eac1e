package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** Reads the response deadlines (回答期限), one for each urgency. */
final class DeadlineList {

  private static final Choices<Urgency> URGENCIES = Choices.of(Urgency.values(), Urgency::label);
  private static final int LONGEST_HOURS = 24 * 60;
  private static final int LONGEST_DAYS = 60;
  private static final int USUAL_REMINDER_DAYS = 2;

  private final Map<Urgency, YamlValue> places = new EnumMap<>(Urgency.class);

  private DeadlineList() {}

  static List<Deadline> read(YamlMap root) {
    Optional<YamlValue> list = root.required("deadlines");
    return list.isEmpty() ? List.of() : new DeadlineList().read(list.get());
  }

  private List<Deadline> read(YamlValue list) {
    List<Deadline> deadlines = new ArrayList<>();
    for (YamlValue item : list.items()) {
      item.map("urgency", "hours", "openDays", "dueSoonHours", "dueSoonOpenDays")
          .flatMap(this::deadline)
          .ifPresent(deadlines::add);
    }
    for (Urgency urgency : Urgency.values()) {
      if (!places.containsKey(urgency)) {
        list.fault("に緊急度 " + urgency.label() + " (" + urgency + ") の期限がありません。", "一つ書き足してください。");
      }
    }
    return List.copyOf(deadlines);
  }

  private Optional<Deadline> deadline(YamlMap map) {
    Optional<YamlValue> place = map.required("urgency");
    Optional<Urgency> urgency = place.flatMap(value -> value.choice(URGENCIES));
    if (place.isPresent() && urgency.isPresent()) {
      YamlValue earlier = places.putIfAbsent(urgency.get(), place.get());
      if (earlier != null) {
        place.get().fault("の期限は " + earlier.line() + "行目にもあります。", "どちらかを消してください。");
      }
    }
    Integer hours = number(map, "hours", LONGEST_HOURS);
    Integer openDays = number(map, "openDays", LONGEST_DAYS);
    Integer dueSoonHours = number(map, "dueSoonHours", LONGEST_HOURS);
    Integer dueSoonOpenDays = number(map, "dueSoonOpenDays", LONGEST_DAYS);
    judge(map, dueSoonHours, dueSoonOpenDays);
    return urgency.map(
        known ->
            hours == null
                ? inDays(known, openDays, dueSoonOpenDays)
                : inHours(known, hours, dueSoonHours));
  }

  private static Deadline inHours(Urgency urgency, int hours, @Nullable Integer dueSoon) {
    int usual = Math.max(hours / (hours <= 24 ? 4 : 3), 0);
    return new Deadline(urgency, hours, null, dueSoon == null ? usual : dueSoon, null);
  }

  private static Deadline inDays(
      Urgency urgency, @Nullable Integer openDays, @Nullable Integer dueSoon) {
    int usual = USUAL_REMINDER_DAYS;
    return new Deadline(urgency, null, openDays, null, dueSoon == null ? usual : dueSoon);
  }

  private static void judge(
      YamlMap map, @Nullable Integer dueSoonHours, @Nullable Integer dueSoonOpenDays) {
    boolean inHours = map.optional("hours").isPresent();
    if (inHours == map.optional("openDays").isPresent()) {
      map.place()
          .fault(
              "には hours か openDays のどちらか一つが必要です。", "時間で決めるなら hours、開庁日で決めるなら openDays を書いてください。");
      return;
    }
    judgeReminder(map, inHours ? "hours" : "openDays", inHours ? dueSoonHours : dueSoonOpenDays);
    String foreign = inHours ? "dueSoonOpenDays" : "dueSoonHours";
    map.optional(foreign)
        .ifPresent(
            value ->
                value.fault(
                    "は" + (inHours ? " openDays" : " hours") + " の期限にだけ使えます。",
                    inHours ? "dueSoonHours にしてください。" : "dueSoonOpenDays にしてください。"));
  }

  private static void judgeReminder(YamlMap map, String key, @Nullable Integer dueSoon) {
    Integer allowed =
        map.optional(key).flatMap(YamlValue::text).map(DeadlineList::orZero).orElse(0);
    if (dueSoon != null && allowed > 0 && dueSoon >= allowed) {
      map.place().fault("の予告が期限より前になりません。", "予告は " + key + " より小さい数にしてください。");
    }
  }

  private static int orZero(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static @Nullable Integer number(YamlMap map, String key, int most) {
    return map.optional(key).flatMap(value -> value.number(1, most)).orElse(null);
  }
}
