package jp.tsunagu.stats.testing;

import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.WorkingTime;

/** The rules of a town with ordinary office hours. */
public final class Town {

  public static final AgencyId DESK = new AgencyId("desk");
  public static final OfficeCalendar CALENDAR =
      OfficeCalendar.standard(JapaneseHolidays.calculated());
  public static final FigureRules RULES = new FigureRules(DESK, new WorkingTime(CALENDAR));

  private Town() {}
}
