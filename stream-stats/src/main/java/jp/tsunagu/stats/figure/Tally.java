package jp.tsunagu.stats.figure;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.stats.fact.CaseFacts;

/** Adds up what cases contribute; what a case contributed before can be taken away again. */
public final class Tally {

  private final FigureRules rules;
  private final Map<BucketKey, Map<Cell, Long>> numbers = new HashMap<>();

  /** Nothing added up yet. */
  public Tally(FigureRules rules) {
    this.rules = rules;
  }

  /** What changes in the figures when the facts of a case change. */
  public static Tally ofChange(CaseFacts before, CaseFacts after, FigureRules rules) {
    Tally change = new Tally(rules);
    change.take(before);
    change.add(after);
    return change;
  }

  /** Adds what this case contributes. */
  public void add(CaseFacts facts) {
    Contributions.of(facts, rules, (key, cell, _) -> count(key, cell, 1));
  }

  /** Takes away what this case contributed. */
  public void take(CaseFacts facts) {
    Contributions.of(facts, rules, (key, cell, _) -> count(key, cell, -1));
  }

  /** What was added up; buckets in which nothing is left are not there. */
  public Map<BucketKey, Bucket> buckets() {
    Map<BucketKey, Bucket> buckets = new HashMap<>();
    numbers.forEach(
        (key, cells) -> {
          Bucket bucket = new Bucket(cells);
          if (!bucket.isEmpty()) {
            buckets.put(key, bucket);
          }
        });
    return buckets;
  }

  private void count(BucketKey key, Cell cell, long number) {
    numbers.computeIfAbsent(key, _ -> new HashMap<>()).merge(cell, number, Long::sum);
  }
}
