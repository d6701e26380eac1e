package jp.tsunagu.stats.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The caseload of one dimension as others get it.
 *
 * @param openCases none where it is suppressed
 * @param suppressed a number between 1 and 4 is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedCaseload(
    String dimension,
    @Nullable Long openCases,
    @Nullable Long dueSoon,
    @Nullable Long overdue,
    boolean suppressed) {

  /** The whole network is shown as it is; every part of it without small cells. */
  static PublishedCaseload of(Dimension dimension, Bucket bucket) {
    boolean whole = dimension instanceof Dimension.All;
    Long open = shown(bucket.count(Measure.OPEN_CASES), whole);
    Long dueSoon = shown(bucket.count(Measure.DUE_SOON), whole);
    Long overdue = shown(bucket.count(Measure.OVERDUE), whole);
    boolean suppressed = open == null || dueSoon == null || overdue == null;
    return new PublishedCaseload(dimension.code(), open, dueSoon, overdue, suppressed);
  }

  private static @Nullable Long shown(long number, boolean whole) {
    return whole || SmallCells.mayShow(number) ? (Long) number : null;
  }
}
