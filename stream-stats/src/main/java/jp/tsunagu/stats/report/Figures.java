package jp.tsunagu.stats.report;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;

/** Adds buckets up to what is asked for: over days, agencies, kinds. */
final class Figures {

  private Figures() {}

  /** The sum per dimension, by its code: never by its numbers, which would make a league table. */
  static SortedMap<Dimension, Bucket> byDimension(
      Map<BucketKey, Bucket> buckets, Predicate<Dimension> wanted) {
    SortedMap<Dimension, Bucket> sums = new TreeMap<>(Comparator.comparing(Dimension::code));
    buckets.forEach(
        (key, bucket) -> {
          if (wanted.test(key.dimension())) {
            sums.merge(key.dimension(), bucket, Bucket::plus);
          }
        });
    return sums;
  }

  /** The sum per something that follows from the dimension. */
  static <K extends Comparable<K>> SortedMap<K, Bucket> grouped(
      Map<Dimension, Bucket> buckets, Function<Dimension, K> group) {
    SortedMap<K, Bucket> sums = new TreeMap<>();
    buckets.forEach(
        (dimension, bucket) -> sums.merge(group.apply(dimension), bucket, Bucket::plus));
    return sums;
  }
}
