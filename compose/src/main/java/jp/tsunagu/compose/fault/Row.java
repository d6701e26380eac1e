package jp.tsunagu.compose.fault;

import java.util.List;
import java.util.Map;
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

  /**
   * How many attempts were told what at first, and what repeating them found.
   *
   * @param refusals how many with each code
   */
  record Counts(
      int attempts, int ok, Map<String, Long> refusals, int unknown, int duplicatesRemoved) {
    Counts {
      refusals = Map.copyOf(refusals);
    }

    long refused() {
      return refusals.values().stream().mapToLong(Long::longValue).sum();
    }
  }

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
