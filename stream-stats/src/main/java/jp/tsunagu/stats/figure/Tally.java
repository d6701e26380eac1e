package jp.tsunagu.stats.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
  private boolean uncertain;

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
    for (Contribution one : Contributions.of(facts, rules.desk())) {
      one.addTo(rules.workingTime(), retention, (key, cells) -> count(key, cells, 1));
    }
  }

  /** Follows a change in the facts of a case; gives the buckets that it touched. */
  public Set<BucketKey> change(CaseFacts before, CaseFacts after) {
    Set<BucketKey> touched = new HashSet<>();
    Contributions.ofChange(before, after, rules.desk())
        .forEach(
            (one, number) ->
                one.addTo(
                    rules.workingTime(),
                    retention,
                    (key, cells) -> {
                      count(key, cells, number);
                      touched.add(key);
                    }));
    return touched;
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

  /** Whether so much was taken away that it has to be added up anew. */
  public boolean isUncertain() {
    return uncertain;
  }

  private void count(BucketKey key, List<Timed> cells, int number) {
    Map<Dimension, Counts> period = numbers.computeIfAbsent(key.period(), _ -> new HashMap<>());
    Counts counts = period.computeIfAbsent(key.dimension(), _ -> new Counts());
    for (Timed timed : cells) {
      if (timed.cell().measure().kind() == Measure.Kind.DURATION) {
        uncertain |= !counts.time(timed, number);
      } else {
        counts.add(timed.cell().code(), number);
      }
    }
    if (counts.isEmpty()) {
      period.remove(key.dimension());
    }
  }
}
