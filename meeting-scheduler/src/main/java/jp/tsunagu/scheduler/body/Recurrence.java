package jp.tsunagu.scheduler.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Days of a rule of RFC 5545 (RRULE), such as {@code FREQ=MONTHLY;BYDAY=2TU} for every second
 * Tuesday. Whole days, no times.
 *
 * <p>A rule has no first day (DTSTART), so only rules that give the same days whatever the first
 * day was are usable: neither INTERVAL nor COUNT, and the day must be named. Holidays are not known
 * here.
 */
public final class Recurrence {

  /** A leap year is among them, so that a rule for 29 February has a day. */
  private static final int YEARS_TRIED = 9;

  private static final LocalDate TRIAL_BEGIN = LocalDate.of(2020, 1, 1);

  private final String text;
  private final RecurrenceRule rule;

  private Recurrence(String text, RecurrenceRule rule) {
    this.text = text;
    this.rule = rule;
  }

  /** What reading a rule gave. */
  public sealed interface Reading {

    /** The rule can be used. */
    record Usable(Recurrence recurrence) implements Reading {}

    /**
     * The rule cannot be used.
     *
     * @param reason in Japanese, with the fix
     */
    record Unusable(String reason) implements Reading {}
  }

  /** Reads a rule that a person wrote. Never throws. */
  public static Reading read(String text) {
    return RecurrenceWording.objectionTo(text)
        .<Reading>map(Reading.Unusable::new)
        .orElseGet(() -> readByTheLibrary(text));
  }

  /**
   * A rule that was checked before.
   *
   * @throws IllegalArgumentException with the reason, if it was not
   */
  public static Recurrence of(String checked) {
    return switch (read(checked)) {
      case Reading.Usable usable -> usable.recurrence();
      case Reading.Unusable unusable -> throw new IllegalArgumentException(unusable.reason());
    };
  }

  /** The days of the rule from {@code first} to {@code last}, both included, in order. */
  public List<LocalDate> days(LocalDate first, LocalDate last) {
    List<LocalDate> days = new ArrayList<>();
    RecurrenceRuleIterator instances = rule.iterator(firstOfTheYearBefore(first));
    while (instances.hasNext()) {
      LocalDate day = dateOf(instances.nextDateTime());
      if (day.isAfter(last)) {
        break;
      }
      if (!day.isBefore(first)) {
        days.add(day);
      }
    }
    return List.copyOf(days);
  }

  /** The rule as it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static Reading readByTheLibrary(String text) {
    try {
      Recurrence read = new Recurrence(text, new RecurrenceRule(text, RfcMode.RFC5545_STRICT));
      return read.isEverMet() ? new Reading.Usable(read) : never(text);
    } catch (InvalidRecurrenceRuleException e) {
      return new Reading.Unusable(
          "「" + text + "」は RFC 5545 の RRULE として読めません。例: " + RecurrenceWording.EXAMPLE);
    } catch (IllegalArgumentException e) {
      return never(text);
    }
  }

  /** The library may also fail on a rule it finds no day for. */
  private boolean isEverMet() {
    return !rule.isInfinite() || !days(TRIAL_BEGIN, TRIAL_BEGIN.plusYears(YEARS_TRIED)).isEmpty();
  }

  private static Reading never(String text) {
    return new Reading.Unusable("「" + text + "」に当たる日はどの年にもありません。日か月を直してください");
  }

  /** So far back that no part of the rule is cut off in the days that are asked for. */
  private static DateTime firstOfTheYearBefore(LocalDate day) {
    return new DateTime(day.getYear() - 1, 0, 1);
  }

  private static LocalDate dateOf(DateTime day) {
    return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
  }
}
