package jp.tsunagu.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Period.Now;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
  private static final Set<BucketKey> ALL = Set.of(new BucketKey(new Now(), new All()));
  private final ChangeFeed feed = new ChangeFeed(new SimpleMeterRegistry());

  @Test
  void what_changes_together_is_told_once_and_in_order() {
    List<Change> told = new ArrayList<>();
    feed.subscribe(told::add);
    feed.handOn();
    feed.changed(ALL);
    feed.changed(ALL);
    feed.handOn();
    feed.changed(ALL);
    feed.handOn();
    assertThat(told)
        .containsExactly(new Change(1, Set.of("now/all")), new Change(2, Set.of("now/all")));
  }

  @Test
  void a_table_that_no_bucket_counts_is_news_here_and_at_another_instance() {
    List<Change> told = new ArrayList<>();
    feed.subscribe(told::add);
    String life = feed.here("", 0).life();
    feed.changed(Set.of());
    feed.handOn();
    assertThat(told).as("nothing changed").isEmpty();
    feed.tablesChanged();
    feed.handOn();
    assertThat(told).containsExactly(new Change(1, Set.of("tables")));
    assertThat(feed.here(life, 0).buckets()).containsExactly("tables");
  }

  @Test
  void who_was_away_gets_what_it_missed_or_is_told_to_ask_for_everything() {
    for (int i = 0; i < 1_500; i++) {
      feed.changed(ALL);
      feed.handOn();
    }
    assertThat(feed.since(1_500)).hasValue(List.of());
    assertThat(feed.since(1_498)).hasValueSatisfying(missed -> assertThat(missed).hasSize(2));
    assertThat(feed.since(500)).isPresent();
    assertThat(feed.since(499)).isEmpty();
    assertThat(feed.since(1_501)).isEmpty();
  }

  @Test
  void who_left_is_told_nothing() {
    List<Change> told = new ArrayList<>();
    Consumer<Change> listener = told::add;
    feed.subscribe(listener);
    feed.unsubscribe(listener);
    feed.changed(ALL);
    feed.handOn();
    assertThat(told).isEmpty();
  }
}
