package jp.tsunagu.stats.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What is held of some partitions of the ledger; over HTTP from one instance to another as JSON.
 *
 * @param offsets of the last event taken in, by partition
 * @param values by the code of a bucket or by case id
 * @param moment on the network's clock, in milliseconds; of several the earliest
 */
public record Held<V>(Map<Integer, Long> offsets, Map<String, V> values, long moment) {

  /** Nothing of no partition. */
  static <V> Held<V> nothing() {
    return new Held<>(Map.of(), Map.of(), Long.MAX_VALUE);
  }

  /** Both together; empty where both have a partition, so that one of them is out of date. */
  Optional<Held<V>> and(Held<V> other, BinaryOperator<V> sum) {
    Map<Integer, Long> allOffsets = new HashMap<>(offsets);
    Map<String, V> all = new HashMap<>(values);
    for (Map.Entry<Integer, Long> one : other.offsets.entrySet()) {
      if (allOffsets.putIfAbsent(one.getKey(), one.getValue()) != null) {
        return Optional.empty();
      }
    }
    other.values.forEach((key, value) -> all.merge(key, value, sum));
    return Optional.of(new Held<>(allOffsets, all, Math.min(moment, other.moment)));
  }

  /** When it was told, on the network's clock. */
  public Instant toldAt() {
    return Instant.ofEpochMilli(moment);
  }

  /** Whether all of these partitions are in it. */
  boolean covers(Set<Integer> partitions) {
    return offsets.keySet().containsAll(partitions);
  }

  /** The same with other values. */
  <W> Held<W> with(Function<V, W> change) {
    Map<String, W> changed = new HashMap<>();
    values.forEach((key, value) -> changed.put(key, change.apply(value)));
    return new Held<>(offsets, changed, moment);
  }
}
