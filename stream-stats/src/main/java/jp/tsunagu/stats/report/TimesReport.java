package jp.tsunagu.stats.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import jp.tsunagu.stats.figure.Dimension.OfProtected;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import jp.tsunagu.stats.figure.DurationBins;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;

/** How long things take, in minutes, by one of five ways to break it down. */
public final class TimesReport {

  private static final String ACCURACY =
      "最大と、1件だけの時間は正確な値。中央値と90・99パーセンタイルの誤差は%s%%以内。いずれも分に丸めてある。"
          .formatted(BigDecimal.valueOf(DurationBins.ACCURACY).movePointRight(2).toPlainString());

  private TimesReport() {}

  /** What the times are broken down by. */
  public enum By implements Code {
    ALL("全体"),
    PAIR("機関の組"),
    RECEIVER("受け手の機関"),
    KIND("受け手の種別"),
    URGENCY(Heading.URGENCY.label()),
    AREA(Heading.AREA.label());

    private final String label;

    By(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * The report over these buckets.
   *
   * @param visible receivers whose times the asker may see
   */
  public static Report of(
      Map<BucketKey, Bucket> buckets, By by, Labels labels, Predicate<OfPair> visible) {
    List<List<Object>> rows = new ArrayList<>();
    sums(buckets, by, labels, visible).forEach((name, bucket) -> addRows(rows, name, bucket));
    return new Report(
            "times",
            "所要時間(" + by.label() + "別)",
            Report.columns(
                "name",
                "名称",
                "measure",
                "項目",
                "measureName",
                "項目名",
                "time",
                "時間の種類",
                "count",
                "件数",
                "medianMinutes",
                "中央値(分)",
                "p90Minutes",
                "90パーセンタイル(分)",
                "p99Minutes",
                "99パーセンタイル(分)",
                "maxMinutes",
                "最大(分)"),
            rows)
        .noting(ACCURACY);
  }

  /** All of these buckets together, protected cases with them. */
  static Bucket whole(Map<BucketKey, Bucket> buckets) {
    return Figures.byDimension(buckets, TimesReport::isPartOfAll).values().stream()
        .reduce(Bucket.EMPTY, Bucket::plus);
  }

  private static SortedMap<String, Bucket> sums(
      Map<BucketKey, Bucket> buckets, By by, Labels labels, Predicate<OfPair> visible) {
    Predicate<Dimension> pair = where -> where instanceof OfPair one && visible.test(one);
    return switch (by) {
      case ALL ->
          Figures.grouped(Figures.byDimension(buckets, TimesReport::isPartOfAll), _ -> by.label());
      case URGENCY ->
          Figures.grouped(Figures.byDimension(buckets, OfUrgency.class::isInstance), labels::of);
      case AREA ->
          Figures.grouped(Figures.byDimension(buckets, OfArea.class::isInstance), labels::of);
      case PAIR -> Figures.grouped(Figures.byDimension(buckets, pair), labels::of);
      case RECEIVER ->
          Figures.grouped(Figures.byDimension(buckets, pair), where -> labels.of(receiver(where)));
      case KIND ->
          Figures.grouped(
              Figures.byDimension(buckets, OfPair.class::isInstance),
              where -> labels.kind(receiver(where)).label());
    };
  }

  /** Times stand by urgency; those of protected cases are in the sum alone. */
  static boolean isPartOfAll(Dimension where) {
    return where instanceof OfUrgency
        || (where instanceof OfProtected(Dimension of) && of instanceof OfUrgency);
  }

  private static AgencyId receiver(Dimension where) {
    return where instanceof OfPair pair ? pair.receiver() : AgencyId.WITHHELD;
  }

  private static void addRows(List<List<Object>> rows, String name, Bucket bucket) {
    Stream.of(Measure.values())
        .filter(measure -> measure.kind() == Measure.Kind.DURATION)
        .forEach(
            measure -> {
              for (TimeKind time : TimeKind.values()) {
                DurationSummary summary = bucket.durations(measure, time);
                if (summary.count() > 0) {
                  rows.add(row(name, measure, time, summary));
                }
              }
            });
  }

  private static List<Object> row(
      String name, Measure measure, TimeKind time, DurationSummary summary) {
    return List.of(
        name,
        measure.name(),
        measure.label(),
        time.label(),
        summary.count(),
        minutes(summary.median()),
        minutes(summary.p90()),
        minutes(summary.p99()),
        minutes(summary.max()));
  }

  /** To the nearest minute: what a sketch keeps is a little more or less than the exact time. */
  public static long minutes(Duration duration) {
    return Math.round(duration.toMillis() / 60_000.0);
  }
}
