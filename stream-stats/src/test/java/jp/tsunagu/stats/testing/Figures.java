package jp.tsunagu.stats.testing;

import java.time.Duration;
import java.util.Map;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.DurationSummary;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.figure.TimeKind;

/** The figures of some cases, asked by the code of their bucket. */
public record Figures(Map<BucketKey, Bucket> buckets) {

  public static Figures of(CaseStory... stories) {
    Tally tally = new Tally(Town.RULES);
    for (CaseStory story : stories) {
      tally.add(story.facts());
    }
    return new Figures(tally.buckets());
  }

  public static Figures of(CaseFacts facts) {
    Tally tally = new Tally(Town.RULES);
    tally.add(facts);
    return new Figures(tally.buckets());
  }

  public Bucket bucket(String code) {
    return buckets.getOrDefault(BucketKey.of(code), Bucket.EMPTY);
  }

  public long count(String code, Measure measure) {
    return bucket(code).count(measure);
  }

  public DurationSummary times(String code, Measure measure, TimeKind time) {
    return bucket(code).durations(measure, time);
  }

  public Duration median(String code, Measure measure, TimeKind time) {
    return times(code, measure, time).median();
  }
}
