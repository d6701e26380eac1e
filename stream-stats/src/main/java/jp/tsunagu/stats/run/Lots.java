package jp.tsunagu.stats.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes in lots with a number each; the last thousand are kept. Safe for all threads. */
final class Lots {

  private static final int KEPT = 1_000;

  private final Deque<Change> kept = new ArrayDeque<>();
  private long number;

  synchronized Change add(Set<String> buckets) {
    Change change = new Change(++number, buckets);
    kept.addLast(change);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    return change;
  }

  /** Something was missed: nobody can go on from what came before. */
  synchronized Change lose() {
    kept.clear();
    return new Change(++number, Set.of());
  }

  synchronized long last() {
    return number;
  }

  /** The lots after this one; empty if they are not all kept any more. */
  synchronized Optional<List<Change>> since(long seen) {
    boolean complete = seen == number || (!kept.isEmpty() && kept.getFirst().number() <= seen + 1);
    return complete && seen <= number
        ? Optional.of(kept.stream().filter(change -> change.number() > seen).toList())
        : Optional.empty();
  }
}
