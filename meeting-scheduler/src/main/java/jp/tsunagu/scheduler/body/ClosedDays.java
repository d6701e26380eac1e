package jp.tsunagu.scheduler.body;

import java.time.LocalDate;
import java.util.Map;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.directory.ClosedDayRule;

/** Where a day of a rule goes when it is closed (閉庁日). */
final class ClosedDays {

  private ClosedDays() {}

  /**
   * The day itself if it is open.
   *
   * @param decided what the desk said, rule day → day; looked at only where the rule asks the desk
   */
  static MeetingDay settle(
      ClosedDayRule rule,
      OfficeCalendar calendar,
      LocalDate ruleDay,
      Map<LocalDate, LocalDate> decided) {
    if (calendar.isOpenDay(ruleDay)) {
      return new MeetingDay.On(ruleDay, ruleDay);
    }
    return switch (rule) {
      case KEEP -> new MeetingDay.On(ruleDay, ruleDay);
      case NEXT_OPEN_DAY -> new MeetingDay.On(ruleDay, calendar.nextOpenDay(ruleDay));
      case PREVIOUS_OPEN_DAY -> new MeetingDay.On(ruleDay, calendar.previousOpenDay(ruleDay));
      case ASK_THE_DESK -> asked(ruleDay, decided);
    };
  }

  private static MeetingDay asked(LocalDate ruleDay, Map<LocalDate, LocalDate> decided) {
    LocalDate chosen = decided.get(ruleDay);
    return chosen == null ? new MeetingDay.Undecided(ruleDay) : new MeetingDay.On(ruleDay, chosen);
  }
}
