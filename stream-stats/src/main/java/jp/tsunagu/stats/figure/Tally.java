package jp.tsunagu.stats.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import jp.tsunagu.stats.fact.CaseFacts;

/**
 * Adds up what cases contribute, and keeps up with what changes in them. Not for several threads.
 */
public final class Tally {

  private final FigureRules rules;
  private final Map<Period, Map<Dimension, Counts>> numbers = new HashMap<>();
  private Retention retention;

  /** Nothing added up yet; forgets nothing. */
  public Tally(FigureRules rules) {
    this(rules, Retention.EVERYTHING);
  }

  /** Nothing added up yet. */
  public Tally(FigureRules rules, Retention retention) {
    this.rules = rules;
    this.retention = retention;
  }

  /** Adds what this case contributes. */
  public void add(CaseFacts facts) {
    Contributions.of(facts, rules, (key, cell, _) -> count(key, cell.code(), cell.measure(), 1));
  }

  /** Follows a change in the facts of a case; gives the buckets whose numbers changed. */
  public Set<BucketKey> change(CaseFacts before, CaseFacts after) {
    Map<BucketKey, Counts> changes = new HashMap<>();
    Contributions.ofChange(
        before,
        after,
        rules,
        (key, cell, number) -> {
          if (retention.keeps(key.period(), cell.measure())) {
            changes.computeIfAbsent(key, _ -> new Counts()).add(cell.code(), number);
          }
        });
    Set<BucketKey> changed = new HashSet<>();
    changes.forEach(
        (key, counts) -> {
          if (!counts.isEmpty()) {
            changed.add(key);
            counts(key).addAll(counts);
            dropIfEmpty(key);
          }
        });
    return changed;
  }

  /** Forgets what is older; never takes back what was forgotten. */
  public void forget(Retention next) {
    retention = next;
    Iterator<Map.Entry<Period, Map<Dimension, Counts>>> periods = numbers.entrySet().iterator();
    while (periods.hasNext()) {
      Map.Entry<Period, Map<Dimension, Counts>> period = periods.next();
      if (!next.keepsTimesOf(period.getKey())) {
        period.getValue().values().forEach(Counts::removeTimes);
        period.getValue().values().removeIf(Counts::isEmpty);
      }
      if (period.getValue().isEmpty()) {
        periods.remove();
      }
    }
  }

  /** Tells the buckets of these periods; buckets in which nothing is left are not there. */
  public void read(Predicate<Period> wanted, BiConsumer<BucketKey, Bucket> reader) {
    numbers.forEach(
        (period, buckets) -> {
          if (wanted.test(period)) {
            buckets.forEach(
                (where, counts) -> reader.accept(new BucketKey(period, where), counts.toBucket()));
          }
        });
  }

  /** All buckets. */
  public Map<BucketKey, Bucket> buckets() {
    Map<BucketKey, Bucket> buckets = new HashMap<>();
    read(_ -> true, buckets::put);
    return buckets;
  }

  private void count(BucketKey key, int cell, Measure measure, long number) {
    if (retention.keeps(key.period(), measure)) {
      counts(key).add(cell, number);
    }
  }

  private Counts counts(BucketKey key) {
    return numbers
        .computeIfAbsent(key.period(), _ -> new HashMap<>())
        .computeIfAbsent(key.dimension(), _ -> new Counts());
  }

  private void dropIfEmpty(BucketKey key) {
    Map<Dimension, Counts> period = numbers.getOrDefault(key.period(), Map.of());
    Counts counts = period.get(key.dimension());
    if (counts != null && counts.isEmpty()) {
      period.remove(key.dimension());
    }
  }
}
