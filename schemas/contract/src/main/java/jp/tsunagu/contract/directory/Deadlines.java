package jp.tsunagu.contract.directory;

import java.time.Duration;
import java.time.LocalTime;
import jp.tsunagu.contract.calendar.DeadlineRule;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** The rules of response deadlines (回答期限) that a city's settings give. */
final class Deadlines {

  private Deadlines() {}

  /**
   * The rule of one urgency.
   *
   * @param set what the city set for this urgency; none where it set nothing
   * @param closing when the offices close, Asia/Tokyo
   */
  static DeadlineRule rule(Urgency urgency, @Nullable Deadline set, LocalTime closing) {
    if (set != null && set.hours() != null) {
      DeadlineRule.CalendarHours rule = DeadlineRule.calendarHours(set.hours());
      return set.dueSoonHours() == null
          ? rule
          : rule.dueSoonBefore(Duration.ofHours(set.dueSoonHours()));
    }
    if (set != null && set.openDays() != null) {
      DeadlineRule.OpenDays rule = DeadlineRule.openDays(set.openDays(), closing);
      return set.dueSoonOpenDays() == null ? rule : rule.dueSoonBefore(set.dueSoonOpenDays());
    }
    return usual(urgency, closing);
  }

  /** A choice of this project, where the city set nothing; no law sets these times. */
  private static DeadlineRule usual(Urgency urgency, LocalTime closing) {
    return switch (urgency) {
      case EMERGENCY -> DeadlineRule.calendarHours(24);
      case URGENT -> DeadlineRule.calendarHours(72);
      case NORMAL -> DeadlineRule.openDays(10, closing);
    };
  }
}
