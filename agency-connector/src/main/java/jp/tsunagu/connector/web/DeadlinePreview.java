package jp.tsunagu.connector.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.calendar.ClosedPeriod;
import jp.tsunagu.contract.calendar.DeadlineRule;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.calendar.ResponseDeadlines;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The response deadline a referral would get if it were sent now, shown before sending.
 *
 * @param respondBy 回答期限
 * @param dueSoonAt 期限接近
 * @param endsOnClosedDay whether it ends on a closed day (閉庁日)
 * @param dutyContact whom to telephone then; none if the receiver has none or is not chosen yet
 * @param message in Japanese
 */
record DeadlinePreview(
    Urgency urgency,
    Instant respondBy,
    Instant dueSoonAt,
    boolean endsOnClosedDay,
    @Nullable String dutyContact,
    String message) {

  static DeadlinePreview of(
      Urgency urgency, Instant now, NetworkSettings settings, @Nullable String dutyContact) {
    LocalTime closes = settings.officeHours().closes();
    DeadlineRule rule = rule(urgency, settings, closes);
    ResponseDeadline deadline = ResponseDeadlines.of(rule, now, calendar(settings));
    return new DeadlinePreview(
        urgency,
        deadline.respondBy(),
        deadline.dueSoonAt(),
        deadline.endsOnClosedDay(),
        dutyContact,
        message(urgency, deadline, dutyContact));
  }

  private static String message(
      Urgency urgency, ResponseDeadline deadline, @Nullable String dutyContact) {
    LocalDate day = TokyoTime.dateOf(deadline.respondBy());
    LocalTime time = LocalTime.ofInstant(deadline.respondBy(), TokyoTime.ZONE);
    String until =
        "回答期限は"
            + Wareki.format(day)
            + String.format(" %d:%02d", time.getHour(), time.getMinute())
            + "です。";
    boolean telephone = urgency == Urgency.EMERGENCY || deadline.endsOnClosedDay();
    String closed = deadline.endsOnClosedDay() ? "期限は閉庁日です。" : "";
    String first =
        telephone ? "先に電話してください" + (dutyContact == null ? "。" : "(当番 " + dutyContact + ")。") : "";
    return until + closed + first;
  }

  private static OfficeCalendar calendar(NetworkSettings settings) {
    OfficeHours hours =
        new OfficeHours(
            settings.officeHours().opens(),
            settings.officeHours().closes(),
            EnumSet.copyOf(OfficeHours.standard().days()));
    return new OfficeCalendar(
        JapaneseHolidays.calculated(), hours, true, List.of(ClosedPeriod.YEAR_END));
  }

  private static DeadlineRule rule(Urgency urgency, NetworkSettings settings, LocalTime closes) {
    Optional<Deadline> set =
        settings.deadlines().stream().filter(it -> it.urgency() == urgency).findFirst();
    Integer hours = set.map(Deadline::hours).orElse(null);
    Integer dueSoonHours = set.map(Deadline::dueSoonHours).orElse(null);
    Integer openDays = set.map(Deadline::openDays).orElse(null);
    Integer dueSoonDays = set.map(Deadline::dueSoonOpenDays).orElse(null);
    if (hours != null) {
      DeadlineRule.CalendarHours rule = DeadlineRule.calendarHours(hours);
      return dueSoonHours == null ? rule : rule.dueSoonBefore(Duration.ofHours(dueSoonHours));
    }
    if (openDays != null) {
      DeadlineRule.OpenDays rule = DeadlineRule.openDays(openDays, closes);
      return dueSoonDays == null ? rule : rule.dueSoonBefore(dueSoonDays);
    }
    return usual(urgency, closes);
  }

  /** A choice of this project where the city set nothing; no law sets these times. */
  private static DeadlineRule usual(Urgency urgency, LocalTime closes) {
    return switch (urgency) {
      case EMERGENCY -> DeadlineRule.calendarHours(24);
      case URGENT -> DeadlineRule.calendarHours(72);
      case NORMAL -> DeadlineRule.openDays(10, closes);
    };
  }
}
