package jp.tsunagu.stats.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Stage;
import jp.tsunagu.stats.figure.TimeKind;
import jp.tsunagu.stats.report.Window;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.view.Answer.Found;
import jp.tsunagu.stats.view.FigureView;

/**
 * The figures of the whole network as metrics; nothing by agency or area, and no protected case,
 * because anybody can read them.
 */
public final class FigureGauges {

  private final FigureView view;
  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

  /** Gauges without a value yet. */
  public FigureGauges(FigureView view, MeterRegistry registry, Clock clock) {
    this.view = view;
    this.registry = registry;
    this.clock = clock;
  }

  /** Reads the figures anew; what cannot be told now keeps its last value. */
  void refresh() {
    if (view.buckets(Range.now(), Audience.EVERYBODY)
        instanceof Found<Map<BucketKey, Bucket>>(var now)) {
      caseload(sum(now, true));
    }
    if (view.buckets(Window.SEVEN_DAYS.range(clock.instant()), Audience.EVERYBODY)
        instanceof Found<Map<BucketKey, Bucket>>(var days)) {
      week(sum(days, true), sum(days, false));
    }
  }

  private void caseload(Bucket all) {
    set("tsunagu.stats.open.cases", Tags.empty(), all.count(Measure.OPEN_CASES));
    set("tsunagu.stats.due.soon", Tags.empty(), all.count(Measure.DUE_SOON));
    set("tsunagu.stats.overdue", Tags.empty(), all.count(Measure.OVERDUE));
    for (Stage stage : Stage.values()) {
      set("tsunagu.stats.stage", Tags.of("stage", stage.name()), all.count(stage));
    }
  }

  private void week(Bucket all, Bucket times) {
    Stream.of(
            Measure.OPENED,
            Measure.CLOSED,
            Measure.SENT,
            Measure.ANSWERED,
            Measure.ACKNOWLEDGED_ONLY,
            Measure.NO_ANSWER,
            Measure.DECLINED,
            Measure.SENT_BACK,
            Measure.HANDED_BACK,
            Measure.PING_PONG)
        .forEach(
            measure ->
                set(
                    "tsunagu.stats.seven.days",
                    Tags.of("measure", measure.name()),
                    all.count(measure)));
    for (Measure measure : Measure.values()) {
      if (measure.kind() == Measure.Kind.DURATION) {
        DurationSummary summary = times.durations(measure, TimeKind.WORKING);
        minutes(measure, "0.5", summary.median().toMinutes());
        minutes(measure, "0.9", summary.p90().toMinutes());
        minutes(measure, "0.99", summary.p99().toMinutes());
      }
    }
  }

  private void minutes(Measure measure, String quantile, long minutes) {
    Tags tags = Tags.of("measure", measure.name(), "quantile", quantile);
    set("tsunagu.stats.working.minutes", tags, minutes);
  }

  private void set(String name, Tags tags, long value) {
    values
        .computeIfAbsent(
            name + tags,
            _ -> {
              AtomicLong held = new AtomicLong();
              registry.gauge(name, tags, held);
              return held;
            })
        .set(value);
  }

  private static Bucket sum(Map<BucketKey, Bucket> buckets, boolean counts) {
    return buckets.entrySet().stream()
        .filter(
            entry ->
                counts
                    ? entry.getKey().dimension() instanceof All
                    : entry.getKey().dimension() instanceof OfUrgency)
        .map(Map.Entry::getValue)
        .reduce(Bucket.EMPTY, Bucket::plus);
  }
}
