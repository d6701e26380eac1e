package jp.tsunagu.stats.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Period;

/**
 * Buckets of one part of the network over periods of one kind, both ends included.
 *
 * @param of the part
 */
public record BucketRange(Period first, Period last, Dimension of) {

  /** What is said of something else. */
  public static final String FORM =
      "集計の単位は day-2026-09-07/all、month-2026-09/all、now/all のように書き、終わりは同じ種類の単位にしてください。";

  /** From one code to the other; none where they are no codes of the same kind and part. */
  public static Optional<BucketRange> of(String first, String last) {
    try {
      BucketKey from = BucketKey.of(first);
      BucketKey until = BucketKey.of(last);
      return from.dimension().equals(until.dimension())
              && from.period().getClass().equals(until.period().getClass())
          ? Optional.of(new BucketRange(from.period(), until.period(), from.dimension()))
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Whether a bucket is one of them. */
  public boolean contains(BucketKey key) {
    String code = key.period().code();
    return key.dimension().equals(of)
        && key.period().getClass().equals(first.getClass())
        && code.compareTo(first.code()) >= 0
        && code.compareTo(last.code()) <= 0;
  }

  /** The report, whose title names the days. */
  public Report named(Report report) {
    return switch (first) {
      case Period.Day(LocalDate from) when last instanceof Period.Day(LocalDate until) ->
          report.over(from, until);
      case Period.Month(var from) when last instanceof Period.Month(var until) ->
          report.over(from.atDay(1), until.atEndOfMonth());
      default -> report.titled(first.code());
    };
  }
}
