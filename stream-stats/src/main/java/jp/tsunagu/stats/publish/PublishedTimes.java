package jp.tsunagu.stats.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.SmallNumbers;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.report.TimesReport;
import org.jspecify.annotations.Nullable;

/**
 * How long one step took in seven days, in minutes of office hours, as others get it. No maximum:
 * it is the time of one household. The time of a few is told of nobody, not even of the whole.
 *
 * @param urgency code, or {@code all}
 * @param measure code of the step
 * @param until last day, Asia/Tokyo, {@code yyyy-MM-dd}
 * @param count none where it is held back
 * @param medianMinutes none where fewer than five are counted or their number is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedTimes(
    String urgency,
    String measure,
    String until,
    @Nullable Long count,
    @Nullable Long medianMinutes,
    @Nullable Long p90Minutes,
    @Nullable Long p99Minutes,
    boolean suppressed) {

  private static final String WHOLE = "all";
  private static final List<Measure> MEASURES =
      Stream.of(Measure.values())
          .filter(measure -> measure.kind() == Measure.Kind.DURATION)
          .toList();

  /**
   * By urgency and step, such as {@code NORMAL/ACCEPTANCE}; steps that nobody took are not there.
   */
  static SortedMap<String, PublishedTimes> of(Map<BucketKey, Bucket> days, String until) {
    Map<String, Bucket> byUrgency = new HashMap<>();
    Stream.of(Urgency.values()).forEach(one -> byUrgency.put(one.name(), Bucket.EMPTY));
    days.forEach(
        (key, bucket) -> {
          if (key.dimension() instanceof OfUrgency one) {
            byUrgency.merge(one.urgency().name(), bucket, Bucket::plus);
          }
        });
    Bucket all = byUrgency.values().stream().reduce(Bucket.EMPTY, Bucket::plus);
    GuardedTable guarded = guarded(byUrgency);
    SortedMap<String, PublishedTimes> records = new TreeMap<>();
    for (Measure measure : MEASURES) {
      DurationSummary whole = times(all, measure);
      if (whole.count() > 0) {
        put(records, WHOLE, measure, until, whole, whole.count());
        byUrgency.forEach(
            (urgency, bucket) ->
                put(
                    records,
                    urgency,
                    measure,
                    until,
                    times(bucket, measure),
                    guarded.shown(urgency, measure.name())));
      }
    }
    return records;
  }

  private static GuardedTable guarded(Map<String, Bucket> byUrgency) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    byUrgency.forEach(
        (urgency, bucket) -> {
          Map<String, Long> row = new HashMap<>();
          MEASURES.forEach(measure -> row.put(measure.name(), times(bucket, measure).count()));
          counts.put(urgency, row);
        });
    return GuardedTable.ofSmall(counts).rowsAddUp(byUrgency.keySet());
  }

  private static DurationSummary times(Bucket bucket, Measure measure) {
    return bucket.durations(measure, TimeKind.WORKING);
  }

  private static void put(
      Map<String, PublishedTimes> records,
      String urgency,
      Measure measure,
      String until,
      DurationSummary times,
      @Nullable Long count) {
    boolean timed = count != null && count > 0 && SmallNumbers.mayShow(count);
    records.put(
        urgency + "/" + measure.name(),
        new PublishedTimes(
            urgency,
            measure.name(),
            until,
            count,
            timed ? (Long) TimesReport.minutes(times.median()) : null,
            timed ? (Long) TimesReport.minutes(times.p90()) : null,
            timed ? (Long) TimesReport.minutes(times.p99()) : null,
            count == null || (count > 0 && !timed)));
  }
}
