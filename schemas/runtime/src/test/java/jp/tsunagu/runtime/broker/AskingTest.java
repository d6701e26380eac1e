package jp.tsunagu.runtime.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AskingTest {

  private static final Optional<Duration> NOTHING = Optional.empty();

  private final Signal signal = new Signal();
  private final List<Long> waits = new ArrayList<>();
  private Predicate<Integer> comesInWait = _ -> false;
  private final Asking asking = new Asking(signal, this::waited);

  /** Time passes at once here; a sign comes in some of the waits. */
  private boolean waited(long seen, Duration atMost) {
    waits.add(atMost.toSeconds());
    return comesInWait.test(waits.size()) || signal.count() > seen;
  }

  @Test
  void where_nothing_happens_it_asks_ever_more_rarely() throws Exception {
    ask(10, NOTHING);

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
  }

  @Test
  void any_sign_makes_it_ask_at_once_and_often_again() throws Exception {
    comesInWait = wait -> wait == 5;

    ask(7, NOTHING);

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 1L, 2L);
  }

  @Test
  void where_there_is_work_it_does_not_wait_and_rests_as_long_as_it_is_told() throws Exception {
    ask(4, NOTHING);

    Duration rest = asking.once(() -> Optional.of(Duration.ofMillis(10)));
    ask(1, NOTHING);

    assertThat(rest).hasMillis(10);
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 1L);
  }

  @Test
  void a_sign_that_came_while_it_looked_is_not_lost() throws Exception {
    ask(3, NOTHING);

    asking.once(
        () -> {
          signal.raise();
          return NOTHING;
        });
    ask(1, NOTHING);

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 1L);
  }

  private void ask(int times, Optional<Duration> found) throws Exception {
    for (int time = 0; time < times; time++) {
      asking.once(() -> found);
    }
  }
}
