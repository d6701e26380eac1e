package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {

  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(30));

  @Test
  void it_grows_to_its_limit_and_begins_anew_when_something_is_new() {
    assertThat(Stream.generate(pause::next).limit(6).map(Duration::toSeconds))
        .containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
    pause.reset();
    assertThat(pause.next()).isEqualTo(Duration.ofSeconds(2));
  }
}
