package jp.tsunagu.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class FreeConnectionTest {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void a_pool_that_refuses_at_once_is_not_asked_without_a_pause() {
    assertThatThrownBy(() -> FreeConnection.patiently(in(Duration.ofMillis(600)), refusing(1_000)))
        .isInstanceOf(CannotCreateTransactionException.class);
    assertThat(tries).hasValueBetween(1, 6);
  }

  @Test
  void what_is_free_a_moment_later_is_done_once() {
    assertThat(FreeConnection.patiently(in(Duration.ofSeconds(10)), refusing(2))).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void who_is_told_to_stop_does_not_go_on_asking() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> FreeConnection.patiently(in(Duration.ofHours(1)), refusing(1_000)))
        .isInstanceOf(CannotCreateTransactionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Supplier<String> refusing(int times) {
    return () -> {
      if (tries.incrementAndGet() <= times) {
        throw new CannotCreateTransactionException("no connection is free");
      }
      return "done";
    };
  }

  private static long in(Duration time) {
    return System.nanoTime() + time.toNanos();
  }
}
