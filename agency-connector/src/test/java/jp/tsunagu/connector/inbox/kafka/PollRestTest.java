package jp.tsunagu.connector.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollRestTest {

  private static final int MOST = 500;

  @Test
  void where_little_comes_it_is_taken_in_at_once() {
    for (int few = 0; few <= PollRest.FEW; few++) {
      assertThat(PollRest.after(few, MOST, Duration.ofMillis(1))).isZero();
    }
  }

  @Test
  void where_much_comes_polls_begin_a_moment_apart() {
    assertThat(PollRest.after(PollRest.FEW + 1, MOST, Duration.ofMillis(5)))
        .isEqualTo(PollRest.APART.minusMillis(5));
    assertThat(PollRest.after(MOST - 1, MOST, PollRest.APART)).isZero();
  }

  @Test
  void what_waits_already_is_taken_in_at_once() {
    assertThat(PollRest.after(MOST, MOST, Duration.ZERO)).isZero();
  }
}
