package jp.tsunagu.compose.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import jp.tsunagu.compose.run.Parts.Start;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
  private final Parts parts = new Parts(_ -> {});

  private Start<AutoCloseable> part(String name) {
    return new Start<>(name, () -> () -> stopped.add(name));
  }

  private Start<AutoCloseable> failing(String name) {
    return new Start<>(
        name,
        () -> {
          throw new IllegalStateException(name);
        });
  }

  @Test
  void what_was_started_is_stopped_in_the_opposite_order() {
    parts.start(part("one"));
    parts.startTogether(part("two"), part("three"));
    parts.start(part("four"));
    parts.close();
    assertThat(stopped).containsExactly("four", "three", "two", "one");
    parts.close();
    assertThat(stopped).hasSize(4);
  }

  @Test
  void what_is_started_beside_something_that_fails_is_stopped_too() {
    assertThatThrownBy(() -> parts.startTogether(failing("one"), part("two")))
        .isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> parts.start(failing("three")))
        .isInstanceOf(IllegalStateException.class);
    parts.close();
    assertThat(stopped).containsExactly("two");
  }

  @Test
  void what_is_just_starting_when_it_is_closed_is_waited_for_and_nothing_more_is_started()
      throws InterruptedException {
    var half = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var starting =
        Thread.ofVirtual()
            .start(() -> parts.start(new Start<>("database", () -> startedOn(half, go))));
    half.await();
    var closing = Thread.ofVirtual().start(parts::close);
    await().untilAsserted(() -> assertThatThrownBy(() -> parts.start(part("late"))).isNotNull());
    assertThat(stopped).doesNotContain("database");
    go.countDown();
    closing.join();
    starting.join();
    assertThat(stopped).contains("database").last().isEqualTo("database");
  }

  private AutoCloseable startedOn(CountDownLatch half, CountDownLatch go) {
    half.countDown();
    try {
      go.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return () -> stopped.add("database");
  }
}
