package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
    DurationSummary summary =
        DurationBins.summary(bins, Duration.ofMillis(exact[exact.length - 1]));
    assertThat(summary.count()).isEqualTo(exact.length);
    near(summary.median(), exact[exact.length / 2]);
    near(summary.p90(), exact[exact.length * 9 / 10]);
    near(summary.p99(), exact[exact.length * 99 / 100]);
    assertThat(summary.max()).hasMillis(exact[exact.length - 1]);
  }

  @Test
  void what_took_no_time_is_zero() {
    TreeMap<Integer, Long> bins = new TreeMap<>(Map.of(DurationBins.of(Duration.ZERO), 3L));
    DurationSummary summary = DurationBins.summary(bins, Duration.ZERO);
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

  @Test
  void what_was_timed_once_is_exact() {
    Duration once = Duration.ofMillis(987_654_321);
    TreeMap<Integer, Long> bins = new TreeMap<>(Map.of(DurationBins.of(once), 1L));
    assertThat(DurationBins.summary(bins, once))
        .isEqualTo(new DurationSummary(1, once, once, once, once));
  }

  @Test
  void the_longest_of_two_buckets_is_that_of_both_whichever_comes_first() {
    Bucket days = Bucket.EMPTY;
    for (long hours : List.of(3L, 7L, 5L)) {
      Duration took = Duration.ofHours(hours);
      Cell cell = new Cell(Measure.ARRIVAL, TimeKind.CALENDAR, DurationBins.of(took));
      Cell longest = Cell.longest(Measure.ARRIVAL, TimeKind.CALENDAR);
      days = days.plus(new Bucket(Map.of(cell, 1L, longest, took.toMillis())));
    }
    assertThat(days.durations(Measure.ARRIVAL, TimeKind.CALENDAR).max()).hasHours(7);
    assertThat(Bucket.ofCodedCells(days.codedCells())).isEqualTo(days);
  }

  private static void near(Duration found, long exact) {
    assertThat((double) found.toMillis()).isCloseTo(exact, within(exact * 0.01));
  }
}
