package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.tsunagu.contract.calendar.TokyoTime;

/** Moments as people read them in Japan, Asia/Tokyo. */
final class JapaneseTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E) H:mm", Locale.JAPANESE).withZone(TokyoTime.ZONE);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);

  private JapaneseTime() {}

  /** Such as 2026年11月21日(土) 19:05. */
  static String of(Instant moment) {
    return FORM.format(moment);
  }

  /** Such as 2026年11月21日(土). */
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
