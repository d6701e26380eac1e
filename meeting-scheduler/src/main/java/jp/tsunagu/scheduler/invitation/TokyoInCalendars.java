package jp.tsunagu.scheduler.invitation;

import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import jp.tsunagu.contract.calendar.TokyoTime;

/** Asia/Tokyo as calendar files describe it, and moments as they hold them. */
final class TokyoInCalendars {

  private static final UtcOffset NINE_HOURS = new UtcOffset(true, 9, 0);

  private TokyoInCalendars() {}

  static TimezoneAssignment zone() {
    var standard = new StandardTime();
    standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
    standard.setTimezoneOffsetFrom(NINE_HOURS);
    standard.setTimezoneOffsetTo(NINE_HOURS);
    standard.addTimezoneName("JST");
    var zone = new VTimezone(TokyoTime.ZONE.getId());
    zone.addStandardTime(standard);
    return new TimezoneAssignment(TimeZone.getTimeZone(TokyoTime.ZONE), zone);
  }

  /** Through UTC, so that the time zone of the machine does not matter. */
  static ICalDate moment(Instant moment) {
    LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return new ICalDate(
        new DateTimeComponents(
            utc.getYear(),
            utc.getMonthValue(),
            utc.getDayOfMonth(),
            utc.getHour(),
            utc.getMinute(),
            utc.getSecond(),
            true),
        true);
  }
}
