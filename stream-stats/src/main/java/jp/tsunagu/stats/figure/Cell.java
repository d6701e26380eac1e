package jp.tsunagu.stats.figure;

/**
 * One number of a bucket.
 *
 * @param time of a duration; {@link TimeKind#CALENDAR} for everything else
 * @param bin of a duration its {@link DurationBins bin}, of a stage its place, else 0; one is kept
 *     for the longest duration of all, whose number is that in milliseconds
 */
public record Cell(Measure measure, TimeKind time, int bin) implements Comparable<Cell> {

  private static final int TIME_AT = 15;
  private static final int MEASURE_AT = 16;
  private static final int LARGEST_BIN = (1 << TIME_AT) - 1;

  /** The number of a plain count. */
  public static Cell count(Measure measure) {
    return new Cell(measure, TimeKind.CALENDAR, 0);
  }

  /** The number of cases at this stage. */
  public static Cell stage(Stage stage) {
    return new Cell(Measure.STAGE, TimeKind.CALENDAR, stage.ordinal());
  }

  /** The longest of these durations, exactly. */
  public static Cell longest(Measure measure, TimeKind time) {
    return new Cell(measure, time, LARGEST_BIN);
  }

  /** Whether it holds the longest duration: two of them are not added. */
  boolean isLongest() {
    return bin == LARGEST_BIN;
  }

  /** What two buckets say together about this cell. */
  long together(long one, long other) {
    return isLongest() ? Math.max(one, other) : one + other;
  }

  /** As one number. */
  public int code() {
    return measure.code() << MEASURE_AT | time.ordinal() << TIME_AT | bin;
  }

  /** Reads a code. */
  public static Cell of(int code) {
    return new Cell(
        Measure.of(code >> MEASURE_AT),
        (code >> TIME_AT & 1) == 0 ? TimeKind.CALENDAR : TimeKind.WORKING,
        code & LARGEST_BIN);
  }

  @Override
  public int compareTo(Cell other) {
    int byMeasure = measure.compareTo(other.measure);
    int byTime = byMeasure != 0 ? byMeasure : time.compareTo(other.time);
    return byTime != 0 ? byTime : Integer.compare(bin, other.bin);
  }

  @Override
  public int hashCode() {
    return code();
  }
}
