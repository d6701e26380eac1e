package jp.tsunagu.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private long now = Long.MAX_VALUE; // nanoseconds may overflow at any time
  private final CommitPace pace = new CommitPace(Duration.ofNanos(25), () -> now);

  @Test
  void what_comes_alone_is_committed_at_once() {
    assertThat(afterPausesOf(0, 25, 1_000)).containsExactly(true, true, true);
  }

  @Test
  void what_comes_soon_after_another_is_committed_with_those_that_follow() {
    assertThat(afterPausesOf(1_000, 1, 24, 24, 0))
        .containsExactly(true, false, false, false, false);
  }

  private List<Boolean> afterPausesOf(long... pauses) {
    return LongStream.of(pauses)
        .mapToObj(
            pause -> {
              now += pause;
              return pace.isFirst();
            })
        .toList();
  }
}
