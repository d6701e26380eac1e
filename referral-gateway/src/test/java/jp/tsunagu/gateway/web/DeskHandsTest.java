package jp.tsunagu.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who of the desk looks after something: one at a time, and with an end. */
class DeskHandsTest {

  private static final UUID ITEM = new UUID(0, 1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-02T00:15:00Z"));
  private final InstantSource source = now::get;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final DeskHands hands = new DeskHands(clock);

  @Test
  void who_comes_second_learns_who_has_it() {
    assertThat(hands.take(ITEM, "見本 佐藤").person()).isEqualTo("見本 佐藤");
    assertThat(hands.take(ITEM, "見本 山田").person()).isEqualTo("見本 佐藤");
    hands.release(ITEM, "見本 山田");
    assertThat(hands.of(ITEM)).as("nobody gives back what is another's").isPresent();
    assertThat(hands.takeOver(ITEM, "見本 山田").person()).isEqualTo("見本 山田");
    hands.release(ITEM, "見本 山田");
    assertThat(hands.of(ITEM)).isEmpty();
  }

  @Test
  void it_ends_by_itself_after_a_days_work() {
    hands.take(ITEM, "見本 佐藤");
    now.updateAndGet(at -> at.plus(DeskHands.LONGEST).minus(Duration.ofSeconds(1)));
    assertThat(hands.of(ITEM)).isPresent();
    now.updateAndGet(at -> at.plus(Duration.ofSeconds(1)));
    assertThat(hands.of(ITEM)).isEmpty();
    assertThat(hands.take(ITEM, "見本 山田").person()).isEqualTo("見本 山田");
  }
}
