package jp.tsunagu.stats.view;

import java.util.Set;

/**
 * What changed at one instance, as it tells another; over HTTP as JSON.
 *
 * @param life of the process: numbers of another life say nothing
 * @param last number of the last lot in it
 * @param whole whether nothing is missing since the lot that was asked for
 * @param buckets their codes
 */
public record ChangesHere(String life, long last, boolean whole, Set<String> buckets) {
  public ChangesHere {
    buckets = Set.copyOf(buckets);
  }
}
