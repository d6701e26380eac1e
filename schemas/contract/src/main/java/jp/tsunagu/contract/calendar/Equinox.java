package jp.tsunagu.contract.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * The days of 春分 and 秋分 by the customary approximation of the Hydrographic Department (海上保安庁水路部
 * 暦計算研究会編 新こよみ便利帳), given for 1900–2150. Binding is the almanac (暦要項) published each February for
 * the next year: a holiday file takes its place where the two differ.
 */
final class Equinox {

  private static final double DRIFT_PER_YEAR = 0.242194;

  private Equinox() {}

  static LocalDate spring(int year) {
    return LocalDate.of(year, Month.MARCH, day(year, 20.8357, 20.8431, 21.8510));
  }

  static LocalDate autumn(int year) {
    return LocalDate.of(year, Month.SEPTEMBER, day(year, 23.2588, 23.2488, 24.2488));
  }

  private static int day(int year, double until1979, double until2099, double after2099) {
    double base = year < 1980 ? until1979 : year < 2100 ? until2099 : after2099;
    int leapDaysFrom = year < 1980 ? 1983 : 1980;
    return (int) (base + DRIFT_PER_YEAR * (year - 1980) - (year - leapDaysFrom) / 4);
  }
}
