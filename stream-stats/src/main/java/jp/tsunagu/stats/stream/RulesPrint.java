package jp.tsunagu.stats.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.stats.figure.FigureRules;

/** Tells two sets of rules apart: the desk, the office hours and every open day of a century. */
public final class RulesPrint {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private RulesPrint() {}

  /** The print of these rules: 64 hexadecimal digits. */
  public static String of(FigureRules rules) {
    OfficeCalendar calendar = rules.workingTime().calendar();
    StringBuilder text =
        new StringBuilder(
            "1 %s %s %s "
                .formatted(rules.desk(), calendar.hours().opens(), calendar.hours().closes()));
    FIRST
        .datesUntil(LAST.plusDays(1))
        .forEach(day -> text.append(calendar.isOpenDay(day) ? '1' : '0'));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
