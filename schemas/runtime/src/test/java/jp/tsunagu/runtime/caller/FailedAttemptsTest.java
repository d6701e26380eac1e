package jp.tsunagu.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
  private final HandClock clock = new HandClock();
  private final FailedAttempts attempts = new FailedAttempts(clock);

  @Test
  void the_first_three_cost_nothing_then_each_waits_twice_as_long_up_to_five_seconds() {
    assertThat(IntStream.range(0, 10).mapToObj(_ -> attempts.after("a").toMillis()))
        .containsExactly(0L, 0L, 0L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
  }

  @Test
  void another_source_pays_for_itself_only() {
    IntStream.range(0, 10).forEach(_ -> attempts.after("a"));
    assertThat(attempts.after("b")).isZero();
  }

  @Test
  void ten_minutes_without_a_failure_are_forgiven() {
    IntStream.range(0, 10).forEach(_ -> attempts.after("a"));
    clock.now = clock.now.plus(Duration.ofMinutes(10)).plusMillis(1);
    assertThat(attempts.after("a")).isZero();
  }

  @Test
  void the_memory_for_sources_is_bounded() {
    IntStream.range(0, 30_000).forEach(number -> attempts.after("source " + number));
    assertThat(attempts.remembered()).isEqualTo(10_000);
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-26T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
