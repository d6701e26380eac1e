package jp.tsunagu.stats.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period.Day;
import jp.tsunagu.stats.figure.TimeKind;

/**
 * What a manager is asked for (何件を、何日で、何割が回答なし): the numbers of one stretch of days.
 *
 * @param begun cases that somebody began to hold
 * @param answers how long first answers took by the calendar, in the months of the stretch
 * @param answeredWithin how many first answers took less than one day, less than two and so on; the
 *     last one is what took {@value #MOST_DAYS} days and more
 * @param sent referrals sent
 * @param silent of those without any answer by now
 * @param open cases that somebody holds at the end of the last day
 * @param coordinated of those under 多機関協働
 */
public record Overview(
    Stretch stretch,
    long begun,
    DurationSummary answers,
    List<Long> answeredWithin,
    long sent,
    long silent,
    long open,
    long coordinated) {

  /** Longer answers are not told apart. */
  public static final int MOST_DAYS = 10;

  public Overview {
    answeredWithin = List.copyOf(answeredWithin);
  }

  /**
   * The numbers.
   *
   * @param days all buckets by day from the first day of the network to the last of the stretch
   * @param months the buckets of its months
   */
  public static Overview of(
      Stretch stretch, Map<BucketKey, Bucket> days, Map<BucketKey, Bucket> months) {
    Bucket inside = all(days, day -> !day.isBefore(stretch.first()) && isBy(stretch, day));
    Bucket since = all(days, day -> isBy(stretch, day));
    Bucket times = TimesReport.whole(months);
    return new Overview(
        stretch,
        inside.count(Measure.OPENED),
        times.durations(Measure.FIRST_ANSWER, TimeKind.CALENDAR),
        times.byDays(Measure.FIRST_ANSWER, TimeKind.CALENDAR, MOST_DAYS),
        inside.count(Measure.SENT),
        inside.count(Measure.NO_ANSWER),
        since.count(Measure.OPENED) - since.count(Measure.CLOSED),
        since.count(Measure.COORDINATION_OPENED) - since.count(Measure.COORDINATION_CLOSED));
  }

  private static boolean isBy(Stretch stretch, LocalDate day) {
    return !day.isAfter(stretch.last());
  }

  private static Bucket all(Map<BucketKey, Bucket> days, Predicate<LocalDate> wanted) {
    return days.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().dimension() instanceof All
                    && entry.getKey().period() instanceof Day(LocalDate day)
                    && wanted.test(day))
        .map(Map.Entry::getValue)
        .reduce(Bucket.EMPTY, Bucket::plus);
  }

  /** What a number of {@link #answeredWithin} is about, in days. */
  public static String dayLabel(int day) {
    return day == MOST_DAYS ? day + "〜" : "〜" + (day + 1);
  }

  /** How the month of a day is called in drawings. */
  public static String monthLabel(LocalDate day) {
    return day.getMonthValue() + "月";
  }

  /** 回答なしの割合, 0 to 1. */
  public double silentShare() {
    return LiveReports.share(silent, sent);
  }

  /** 多機関協働の割合, 0 to 1: it shows whether agencies connect by themselves (狛江市). */
  public double coordinatedShare() {
    return LiveReports.share(coordinated, open);
  }

  /** The median of the first answers, in days of 24 hours. */
  public double medianDays() {
    return days(answers.median());
  }

  /** Nine of ten first answers came within so many days of 24 hours. */
  public double ninetyDays() {
    return days(answers.p90());
  }

  private static double days(Duration duration) {
    return Math.round(duration.toMinutes() / 144.0) / 10.0;
  }
}
