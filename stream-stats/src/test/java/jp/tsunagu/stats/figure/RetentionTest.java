package jp.tsunagu.stats.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant LATE = CaseStory.tokyo("2026-12-20T12:00");
  private static final Instant EARLY = CaseStory.tokyo("2026-04-01T00:00");

  @Test
  void what_was_forgotten_is_gone_and_nothing_else_is() {
    Tally tally = new Tally(Town.RULES, Retention.at(EARLY));
    Tally whole = new Tally(Town.RULES);
    for (CaseStory story : stories()) {
      tally.add(story.facts());
      whole.add(story.facts());
    }
    tally.forget(Retention.at(LATE));
    assertThat(tally.buckets()).isEqualTo(kept(whole.buckets()));
    assertThat(tally.buckets().keySet())
        .noneMatch(key -> key.code().startsWith("hour-2026-0"))
        .anyMatch(key -> key.code().startsWith("month-2026-0"));
  }

  @Test
  void corrections_of_what_was_forgotten_change_nothing_that_is_left() {
    Tally tally = new Tally(Town.RULES, Retention.at(EARLY));
    CaseStory story =
        new CaseStory(1)
            .at("2026-09-07T10:00")
            .received("hokatsu", "chubu", Field.OTHER)
            .sent(1, "hokatsu", "shogai")
            .at("2026-09-08T10:00")
            .accepted(1);
    tally.add(story.facts());
    tally.forget(Retention.at(LATE));
    var before = story.facts();
    story.at("2026-12-01T10:00").contact(1).protect();
    tally.change(before, story.facts());
    Tally whole = new Tally(Town.RULES);
    whole.add(story.facts());
    assertThat(tally.buckets()).isEqualTo(kept(whole.buckets()));
  }

  private static Map<BucketKey, Bucket> kept(Map<BucketKey, Bucket> all) {
    Map<BucketKey, Bucket> kept = new HashMap<>(all);
    kept.replaceAll(Retention.at(LATE)::of);
    kept.values().removeIf(Bucket::isEmpty);
    return kept;
  }

  private static Iterable<CaseStory> stories() {
    return new Random(3).ints(50).mapToObj(seed -> RandomStory.of(new Random(seed), seed)).toList();
  }
}
