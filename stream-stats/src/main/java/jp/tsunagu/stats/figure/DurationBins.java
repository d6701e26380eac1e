package jp.tsunagu.stats.figure;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.time.Duration;
import java.util.SortedMap;

/**
 * The bins of a DDSketch over milliseconds, with relative accuracy 0.5 %. A bucket keeps the number
 * in each bin, so that sketches can be added and taken away exactly; the library maps and reads.
 */
public final class DurationBins {

  /** The largest relative error of a quantile. */
  public static final double ACCURACY = 0.005;

  private static final IndexMapping MAPPING = new LogarithmicMapping(ACCURACY);
  private static final int ZERO = 0;

  private DurationBins() {}

  /** The bin of a duration, which must not be negative; below a millisecond it is zero. */
  public static int of(Duration duration) {
    long milliseconds = duration.toMillis();
    return milliseconds < 1 ? ZERO : MAPPING.index(milliseconds) + 1;
  }

  /**
   * What these bins say together.
   *
   * @param longest the longest duration in them, exactly
   */
  static DurationSummary summary(SortedMap<Integer, Long> bins, Duration longest) {
    if (bins.isEmpty()) {
      return DurationSummary.NONE;
    }
    long count = bins.values().stream().mapToLong(Long::longValue).sum();
    if (count == 1) {
      return new DurationSummary(count, longest, longest, longest, longest);
    }
    DDSketch sketch = new DDSketch(MAPPING, UnboundedSizeDenseStore::new);
    bins.forEach((bin, number) -> sketch.accept(valueOf(bin), number));
    return new DurationSummary(count, at(sketch, 0.5), at(sketch, 0.9), at(sketch, 0.99), longest);
  }

  /** The duration that stands for a bin. */
  static Duration durationOf(int bin) {
    return Duration.ofMillis(Math.round(valueOf(bin)));
  }

  private static double valueOf(int bin) {
    return bin == ZERO ? 0 : MAPPING.value(bin - 1);
  }

  private static Duration at(DDSketch sketch, double quantile) {
    return Duration.ofMillis(Math.round(sketch.getValueAtQuantile(quantile)));
  }
}
