package jp.tsunagu.contract.wording;

import java.time.Duration;
import java.time.Instant;

/** How long something lasts or is away, as people say it: in its two largest units. */
public final class DurationWords {

  private DurationWords() {}

  /** How far away a moment is: {@code あと 2日3時間}, or {@code 3日 遅れ} once it is over. */
  public static String until(Instant now, Instant moment) {
    return moment.isBefore(now)
        ? of(Duration.between(moment, now)) + " 遅れ"
        : "あと " + of(Duration.between(now, moment));
  }

  /** Such as {@code 2日3時間}, {@code 4時間}, {@code 12分}; below a minute {@code 1分}. */
  public static String of(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    if (minutes < 60) {
      return minutes + "分";
    }
    long hours = duration.toHours();
    if (hours < 24) {
      return hours + "時間" + rest(minutes % 60, "分");
    }
    return hours / 24 + "日" + rest(hours % 24, "時間");
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }
}
