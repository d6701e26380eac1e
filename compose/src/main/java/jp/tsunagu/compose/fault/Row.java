package jp.tsunagu.compose.fault;

import java.time.Duration;
import java.util.List;
import jp.tsunagu.compose.checker.Defect;
import jp.tsunagu.compose.checker.Promise;
import jp.tsunagu.compose.checker.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one fault came to.
 *
 * @param planted the defect that was planted into what was found; none in a true run
 * @param failure why it did not come to its end; none where it did
 */
record Row(
    Fault fault,
    long seed,
    Counts counts,
    Times times,
    List<Verdict> verdicts,
    @Nullable Defect planted,
    @Nullable String failure) {
  Row {
    verdicts = List.copyOf(verdicts);
  }

  /** How many attempts were told what at first, and what repeating them found. */
  record Counts(int attempts, int ok, int refused, int unknown, int duplicatesRemoved) {}

  /**
   * How long what lasted.
   *
   * @param longestGap during which no referral took effect, while clients went on; none where the
   *     clocks that would tell went wrong
   * @param longestWait of a referral from its being taken until it took effect; none as above
   * @param took all of it
   */
  record Times(@Nullable Duration longestGap, @Nullable Duration longestWait, Duration took) {}

  /** Whether every promise was kept, or the planted defect was noticed. */
  boolean isRight() {
    return failure == null && (planted == null) == broken().isEmpty();
  }

  /** The promises that were not kept. */
  List<Promise> broken() {
    return verdicts.stream().filter(each -> !each.isKept()).map(Verdict::promise).toList();
  }

  /** The same run with other verdicts, because of a defect. */
  Row with(Defect defect, List<Verdict> others) {
    return new Row(fault, seed, counts, times, others, defect, failure);
  }
}
