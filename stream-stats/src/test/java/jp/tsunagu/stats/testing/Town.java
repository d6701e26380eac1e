package jp.tsunagu.stats.testing;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.WorkingTime;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;

/** The rules of a town with ordinary office hours. */
public final class Town {

  public static final AgencyId DESK = new AgencyId("desk");
  public static final OfficeCalendar CALENDAR =
      OfficeCalendar.standard(JapaneseHolidays.calculated());
  public static final FigureRules RULES = new FigureRules(DESK, new WorkingTime(CALENDAR));

  /** The desk's consultations count; every programme and every field of meetings has an agency. */
  public static final CountingRules COUNTING =
      new CountingRules(
          Set.of(DESK),
          FieldsCounted.AT_RECEPTION,
          ReopenedAs.REOPENED,
          Set.of(DESK),
          Map.of(
              new AgencyId("hokatsu"), Set.of(Programme.COMPREHENSIVE_SUPPORT),
              new AgencyId("sanka"), Set.of(Programme.PARTICIPATION),
              new AgencyId("chiiki"), Set.of(Programme.COMMUNITY),
              new AgencyId("outreach"), Set.of(Programme.OUTREACH)),
          Map.of(
              new AgencyId("hokatsu"),
              StatisticsField.ELDERLY,
              new AgencyId("shogai"),
              StatisticsField.DISABILITY,
              new AgencyId("hokensho"),
              StatisticsField.HEALTH,
              DESK,
              StatisticsField.OTHER),
          Set.of(DESK));

  private Town() {}

  /** The same with other fields in the table of consultations. */
  public static CountingRules counting(FieldsCounted fields) {
    return new CountingRules(
        COUNTING.countedAgencies(),
        fields,
        COUNTING.reopenedAs(),
        COUNTING.windows(),
        COUNTING.programmes(),
        COUNTING.attendanceFields(),
        COUNTING.notCountedInMeetings());
  }
}
