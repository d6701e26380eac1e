package jp.tsunagu.stats.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period.Day;

/**
 * Opened and closed per day with the net change, what is open at the end of the day, and the share
 * of it that is coordinated: 狛江市's measure of success is that it shrinks. Per coordinator, so that
 * it also tells where every department coordinates (江戸川区).
 */
public final class FlowReport {

  private FlowReport() {}

  /**
   * The report of these days.
   *
   * @param days all day buckets from the first day of the network on
   * @param from first day shown
   * @param until last day shown
   */
  public static Report of(
      Map<BucketKey, Bucket> days, LocalDate from, LocalDate until, Labels labels) {
    TreeMap<LocalDate, Bucket> all = new TreeMap<>();
    Map<Dimension, TreeMap<LocalDate, Bucket>> coordinators =
        new TreeMap<>((one, other) -> one.code().compareTo(other.code()));
    days.forEach(
        (key, bucket) -> {
          if (key.period() instanceof Day day && key.dimension() instanceof All) {
            all.merge(day.date(), bucket, Bucket::plus);
          } else if (key.period() instanceof Day day
              && key.dimension() instanceof OfAgency
              && bucket.count(Measure.COORDINATION_OPENED)
                      + bucket.count(Measure.COORDINATION_CLOSED)
                  > 0) {
            coordinators
                .computeIfAbsent(key.dimension(), _ -> new TreeMap<>())
                .put(day.date(), bucket);
          }
        });
    List<List<Object>> rows = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
      rows.add(row(day, all, all, "全体"));
      for (Map.Entry<Dimension, TreeMap<LocalDate, Bucket>> one : coordinators.entrySet()) {
        rows.add(row(day, all, one.getValue(), labels.of(one.getKey())));
      }
    }
    return new Report("flow", "開始・終了と多機関協働の割合", columns(), rows);
  }

  private static List<Report.Column> columns() {
    return Report.columns(
        "date",
        "日付",
        "coordinator",
        Heading.COORDINATOR.label(),
        "opened",
        Measure.OPENED.label(),
        "closed",
        Measure.CLOSED.label(),
        "netChange",
        "増減",
        "openCases",
        Measure.OPEN_CASES.label(),
        "coordinated",
        "うち多機関協働",
        "share",
        "多機関協働の割合");
  }

  private static List<Object> row(
      LocalDate day,
      TreeMap<LocalDate, Bucket> all,
      TreeMap<LocalDate, Bucket> coordinator,
      String name) {
    Bucket today = all.getOrDefault(day, Bucket.EMPTY);
    long opened = today.count(Measure.OPENED);
    long closed = today.count(Measure.CLOSED);
    long open = upTo(day, all, Measure.OPENED) - upTo(day, all, Measure.CLOSED);
    long coordinated =
        upTo(day, coordinator, Measure.COORDINATION_OPENED)
            - upTo(day, coordinator, Measure.COORDINATION_CLOSED);
    return List.of(
        day,
        name,
        opened,
        closed,
        opened - closed,
        open,
        coordinated,
        LiveReports.share(coordinated, open));
  }

  private static long upTo(LocalDate day, TreeMap<LocalDate, Bucket> days, Measure measure) {
    return days.headMap(day, true).values().stream().mapToLong(one -> one.count(measure)).sum();
  }
}
