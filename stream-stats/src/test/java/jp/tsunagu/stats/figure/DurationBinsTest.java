package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DurationBinsTest {

  @Test
  void percentiles_of_a_million_durations_are_within_one_percent() {
    Random random = new Random(72);
    long[] exact = new long[1_000_000];
    TreeMap<Integer, Long> bins = new TreeMap<>();
    for (int i = 0; i < exact.length; i++) {
      exact[i] = Math.round(Math.exp(random.nextGaussian() * 2 + 18));
      bins.merge(DurationBins.of(Duration.ofMillis(exact[i])), 1L, Long::sum);
    }
    Arrays.sort(exact);
    DurationSummary summary = DurationBins.summary(bins);
    assertThat(summary.count()).isEqualTo(exact.length);
    near(summary.median(), exact[exact.length / 2]);
    near(summary.p90(), exact[exact.length * 9 / 10]);
    near(summary.p99(), exact[exact.length * 99 / 100]);
    near(summary.max(), exact[exact.length - 1]);
  }

  @Test
  void what_took_no_time_is_zero() {
    TreeMap<Integer, Long> bins = new TreeMap<>(Map.of(DurationBins.of(Duration.ZERO), 3L));
    DurationSummary summary = DurationBins.summary(bins);
    assertThat(summary.max()).isZero();
    assertThat(summary.count()).isEqualTo(3);
  }

  @Test
  void sketches_added_and_taken_away_leave_nothing_behind() {
    Cell cell = new Cell(Measure.ARRIVAL, TimeKind.CALENDAR, DurationBins.of(Duration.ofHours(3)));
    Bucket one = new Bucket(Map.of(cell, 1L));
    Bucket gone = new Bucket(Map.of(cell, -1L));
    assertThat(one.plus(gone)).isEqualTo(Bucket.EMPTY);
    assertThat(one.plus(one).durations(Measure.ARRIVAL, TimeKind.CALENDAR).count()).isEqualTo(2);
  }

  private static void near(Duration found, long exact) {
    assertThat((double) found.toMillis()).isCloseTo(exact, within(exact * 0.01));
  }
}
