package jp.tsunagu.runtime.broker;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadyWorkTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void an_error_of_a_step_is_told_and_the_work_goes_on() {
    try (SteadyWork work = new SteadyWork("test", this::failFirst)) {
      work.start();
      await().atMost(SOON).until(() -> work.trouble().isPresent());
      assertThat(work.trouble().orElseThrow())
          .startsWith("java.lang.AssertionError at ")
          .doesNotContain("secret");
      await().atMost(SOON).until(() -> steps.get() == 2);
      await().atMost(SOON).until(() -> work.trouble().isEmpty());
    }
  }

  private Duration failFirst() {
    if (steps.incrementAndGet() == 1) {
      throw new AssertionError("secret");
    }
    return HOUR;
  }

  @Test
  void told_to_stop_it_finishes_its_step_without_being_interrupted_and_takes_no_other()
      throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean undisturbed = new AtomicBoolean();
    SteadyWork work =
        new SteadyWork(
            "test",
            () -> {
              steps.incrementAndGet();
              begun.countDown();
              mayEnd.await();
              undisturbed.set(true);
              return Duration.ZERO;
            });
    work.start();
    begun.await();
    work.stop();
    assertThat(work.hasEnded(Duration.ofMillis(50))).isFalse();
    mayEnd.countDown();
    assertThat(work.hasEnded(SOON)).isTrue();
    assertThat(undisturbed).isTrue();
    assertThat(steps).hasValue(1);
  }

  @Test
  void told_to_stop_it_does_not_rest_to_the_end() {
    SteadyWork work =
        new SteadyWork(
            "test",
            () -> {
              steps.incrementAndGet();
              return HOUR;
            });
    work.start();
    await().atMost(SOON).until(() -> steps.get() == 1);
    work.stop();
    assertThat(work.hasEnded(SOON)).isTrue();
  }
}
