package jp.tsunagu.stats.run;

import java.util.Set;

/**
 * Buckets that changed together.
 *
 * @param number counts up within one life of this process
 * @param buckets their codes
 */
public record Change(long number, Set<String> buckets) {
  public Change {
    buckets = Set.copyOf(buckets);
  }
}
