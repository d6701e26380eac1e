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
  private static final DeskHands.Person SATO = new DeskHands.Person("sato", "見本 佐藤");
  private static final DeskHands.Person YAMADA = new DeskHands.Person("yamada", "見本 山田");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-02T00:15:00Z"));
  private final InstantSource source = now::get;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final DeskHands hands = new DeskHands(clock);

  @Test
  void who_comes_second_learns_who_has_it() {
    assertThat(hands.take(ITEM, SATO).person()).isEqualTo(SATO);
    assertThat(hands.take(ITEM, YAMADA).person()).isEqualTo(SATO);
    hands.release(ITEM, YAMADA);
    assertThat(hands.of(ITEM)).as("nobody gives back what is another's").isPresent();
    assertThat(hands.takeOver(ITEM, YAMADA).person()).isEqualTo(YAMADA);
    hands.release(ITEM, YAMADA);
    assertThat(hands.of(ITEM)).isEmpty();
  }

  @Test
  void two_with_one_name_are_two() {
    DeskHands.Person other = new DeskHands.Person("sato-2", SATO.name());
    hands.take(ITEM, SATO);
    assertThat(hands.take(ITEM, other).isOf(other)).isFalse();
    hands.release(ITEM, other);
    assertThat(hands.of(ITEM)).hasValueSatisfying(hand -> assertThat(hand.isOf(SATO)).isTrue());
    assertThat(hands.takeOver(ITEM, other).isOf(other)).isTrue();
    DeskHands.Person renamed = new DeskHands.Person("sato-2", "見本 高橋");
    assertThat(hands.take(ITEM, renamed).isOf(other)).as("a new name is no new person").isTrue();
  }

  @Test
  void it_ends_by_itself_after_a_days_work() {
    hands.take(ITEM, SATO);
    now.updateAndGet(at -> at.plus(DeskHands.LONGEST).minus(Duration.ofSeconds(1)));
    assertThat(hands.of(ITEM)).isPresent();
    now.updateAndGet(at -> at.plus(Duration.ofSeconds(1)));
    assertThat(hands.of(ITEM)).isEmpty();
    assertThat(hands.take(ITEM, YAMADA).person()).isEqualTo(YAMADA);
  }
}
