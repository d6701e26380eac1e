package jp.tsunagu.stats.figure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one bucket. Buckets add up: over days, agencies, tasks. A number that is 0 is not
 * there, so that equal buckets are equal whatever happened before.
 */
public record Bucket(Map<Cell, Long> cells) {

  /** Nothing counted. */
  public static final Bucket EMPTY = new Bucket(Map.of());

  public Bucket {
    TreeMap<Cell, Long> sorted = new TreeMap<>(cells);
    sorted.values().removeIf(number -> number == 0);
    cells = Collections.unmodifiableMap(sorted);
  }

  /** The bucket with these numbers, by the codes of their cells. */
  public static Bucket ofCodedCells(Map<Integer, Long> coded) {
    Map<Cell, Long> cells = new TreeMap<>();
    coded.forEach((code, number) -> cells.put(Cell.of(code), number));
    return new Bucket(cells);
  }

  /** The numbers by the codes of their cells, as one instance tells another. */
  public Map<Integer, Long> codedCells() {
    Map<Integer, Long> coded = new TreeMap<>();
    cells.forEach((cell, number) -> coded.put(cell.code(), number));
    return coded;
  }

  /** Both together. */
  public Bucket plus(Bucket other) {
    if (other.isEmpty()) {
      return this;
    }
    TreeMap<Cell, Long> sum = new TreeMap<>(cells);
    other.cells.forEach((cell, number) -> sum.merge(cell, number, cell::together));
    return new Bucket(sum);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /** A plain count. */
  public long count(Measure measure) {
    return cells.getOrDefault(Cell.count(measure), 0L);
  }

  /** Cases at this stage. */
  public long count(Stage stage) {
    return cells.getOrDefault(Cell.stage(stage), 0L);
  }

  /**
   * How many durations of a measure took less than one day of 24 hours, less than two and so on;
   * the last number is all that took this many days and more. Within the accuracy of the bins.
   */
  public List<Long> byDays(Measure measure, TimeKind time, int days) {
    Long[] numbers = new Long[days + 1];
    Arrays.fill(numbers, 0L);
    cells.forEach(
        (cell, number) -> {
          if (cell.measure() == measure && cell.time() == time && !cell.isLongest()) {
            long whole = DurationBins.durationOf(cell.bin()).toDays();
            numbers[(int) Math.min(whole, days)] += number;
          }
        });
    return List.of(numbers);
  }

  /** The durations of a measure, summed up. */
  public DurationSummary durations(Measure measure, TimeKind time) {
    TreeMap<Integer, Long> bins = new TreeMap<>();
    cells.forEach(
        (cell, number) -> {
          if (cell.measure() == measure && cell.time() == time && !cell.isLongest()) {
            bins.put(cell.bin(), number);
          }
        });
    long longest = cells.getOrDefault(Cell.longest(measure, time), 0L);
    return DurationBins.summary(bins, Duration.ofMillis(longest));
  }
}
