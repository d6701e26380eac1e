package jp.tsunagu.gateway.decision;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import jp.tsunagu.contract.calendar.DeadlineRule;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.calendar.ResponseDeadlines;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/** The response clock of an urgency by the settings of the city; it starts when it is decided. */
final class ResponseClocks {

  private static final int EMERGENCY_HOURS = 24;
  private static final int URGENT_HOURS = 72;
  private static final int NORMAL_OPEN_DAYS = 10;

  private ResponseClocks() {}

  static ResponseClock of(Urgency urgency, DecisionContext context) {
    DeadlineRule rule = rule(urgency, context.directory().settings());
    ResponseDeadline deadline = ResponseDeadlines.of(rule, context.now(), context.calendar());
    return new ResponseClock(
        deadline.dueSoonAt(),
        deadline.respondBy(),
        deadline.escalateAt(),
        deadline.endsOnClosedDay());
  }

  private static DeadlineRule rule(Urgency urgency, Optional<NetworkSettings> settings) {
    LocalTime closing =
        settings.map(s -> s.officeHours().closes()).orElse(OfficeHours.standard().closes());
    return settings.stream()
        .flatMap(s -> s.deadlines().stream())
        .filter(deadline -> deadline.urgency() == urgency)
        .findFirst()
        .map(deadline -> configured(deadline, closing))
        .orElseGet(() -> usual(urgency, closing));
  }

  private static DeadlineRule configured(Deadline deadline, LocalTime closing) {
    if (deadline.hours() != null) {
      DeadlineRule.CalendarHours rule = DeadlineRule.calendarHours(deadline.hours());
      return deadline.dueSoonHours() == null
          ? rule
          : rule.dueSoonBefore(Duration.ofHours(deadline.dueSoonHours()));
    }
    if (deadline.openDays() != null) {
      DeadlineRule.OpenDays rule = DeadlineRule.openDays(deadline.openDays(), closing);
      return deadline.dueSoonOpenDays() == null
          ? rule
          : rule.dueSoonBefore(deadline.dueSoonOpenDays());
    }
    return usual(deadline.urgency(), closing);
  }

  /** A choice of this project, where the city set nothing; no law sets these times. */
  private static DeadlineRule usual(Urgency urgency, LocalTime closing) {
    return switch (urgency) {
      case EMERGENCY -> DeadlineRule.calendarHours(EMERGENCY_HOURS);
      case URGENT -> DeadlineRule.calendarHours(URGENT_HOURS);
      case NORMAL -> DeadlineRule.openDays(NORMAL_OPEN_DAYS, closing);
    };
  }
}
