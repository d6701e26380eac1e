package jp.tsunagu.stats.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.figure.Measure;

/**
 * Counts by dimension, summed over the periods of the buckets. Every part of the network that is
 * known has a row, also one without any cases: who holds nothing hides who holds little.
 */
final class DimensionTable {

  /** The row of the whole network. */
  static final String WHOLE = new Dimension.All().code();

  private final List<Measure> columns;
  private final SortedMap<String, Bucket> sums = new TreeMap<>();

  /**
   * The sums of these buckets.
   *
   * @param parts the dimensions told, with those that have no bucket
   */
  DimensionTable(
      Map<BucketKey, Bucket> buckets, Collection<Dimension> parts, List<Measure> columns) {
    this.columns = columns;
    parts.forEach(part -> sums.put(part.code(), Bucket.EMPTY));
    sums.put(WHOLE, Bucket.EMPTY);
    var kinds = parts.stream().map(Dimension::getClass).collect(Collectors.toSet());
    buckets.forEach(
        (key, bucket) -> {
          Dimension where = key.dimension();
          if (where instanceof Dimension.All || kinds.contains(where.getClass())) {
            sums.merge(where.code(), bucket, Bucket::plus);
          }
        });
  }

  /** What there is in all. */
  Bucket whole() {
    return sums.getOrDefault(WHOLE, Bucket.EMPTY);
  }

  /** The codes of all parts. */
  SortedSet<String> parts() {
    SortedSet<String> parts = new TreeSet<>(sums.keySet());
    parts.remove(WHOLE);
    return parts;
  }

  /** Their numbers, small ones held back within each kind of dimension. */
  GuardedTable guarded() {
    Map<String, Map<String, Long>> numbers = new HashMap<>();
    Map<String, List<String>> kinds = new TreeMap<>();
    for (String code : parts()) {
      Bucket bucket = sums.getOrDefault(code, Bucket.EMPTY);
      numbers.put(code, columns.stream().collect(Collectors.toMap(Measure::name, bucket::count)));
      kinds.computeIfAbsent(code.substring(0, code.indexOf('/')), _ -> new ArrayList<>()).add(code);
    }
    GuardedTable table = GuardedTable.ofSmall(numbers);
    kinds.values().forEach(table::rowsAddUp);
    return table;
  }
}
