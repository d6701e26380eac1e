package jp.tsunagu.stats.figure;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfProtected;

/**
 * Who gets figures. Protected cases (保護案件) are in the totals of desk and managers and in nothing
 * that anybody else can read: not under another name either, because what is missing from a sum
 * tells as much.
 */
public enum Audience {
  /** Agencies, and whoever reads the open metrics or the topics of results. */
  EVERYBODY,
  /** Who answers for the network as a whole. */
  DESK_AND_MANAGERS;

  /** These figures as this audience gets them. */
  public Map<BucketKey, Bucket> of(Map<BucketKey, Bucket> all) {
    Map<BucketKey, Bucket> told = new HashMap<>();
    all.forEach((key, bucket) -> add(told, key, bucket));
    return told;
  }

  /** Whether this audience gets figures with this case in them. */
  public boolean counts(CaseFacts facts) {
    return switch (this) {
      case EVERYBODY -> !facts.everProtected();
      case DESK_AND_MANAGERS -> true;
    };
  }

  /**
   * Where a bucket stands for desk and managers: that of the whole takes in what is protected; no
   * part of the whole does.
   */
  public static BucketKey told(BucketKey key) {
    return key.dimension() instanceof OfProtected(Dimension of) && of instanceof All
        ? new BucketKey(key.period(), of)
        : key;
  }

  private void add(Map<BucketKey, Bucket> told, BucketKey key, Bucket bucket) {
    boolean isProtected = key.dimension() instanceof OfProtected;
    if (!isProtected || this == DESK_AND_MANAGERS) {
      told.merge(told(key), bucket, Bucket::plus);
    }
  }
}
