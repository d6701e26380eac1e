package jp.tsunagu.gateway.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who of the desk looks after what waits (担当): first come, first had. It stands in memory alone, as
 * names stand in no topic; it ends by hand, after {@link #LONGEST} or with a restart.
 */
@Component
final class DeskHands {

  /** So long somebody has it without saying so again: a day's work. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** What is more makes place for the newest. */
  private static final int MOST = 2_000;

  private final Clock clock;
  private final Map<UUID, Hand> hands = new LinkedHashMap<>();

  DeskHands(Clock clock) {
    this.clock = clock;
  }

  /**
   * Who has it.
   *
   * @param person as the login names her
   */
  record Hand(String person, Instant since) {

    @Override
    public String toString() {
      return "Hand[***]";
    }
  }

  /** Who has this now. */
  synchronized Optional<Hand> of(UUID item) {
    return Optional.ofNullable(hands.get(item)).filter(this::lasts);
  }

  /** Takes it where nobody else has it; who has it then. */
  synchronized Hand take(UUID item, String person) {
    Hand there = of(item).orElse(null);
    if (there != null && !there.person().equals(person)) {
      return there;
    }
    Hand own = new Hand(person, clock.instant());
    hands.remove(item);
    hands.put(item, own);
    shrink();
    return own;
  }

  /** Takes it from whoever has it, as when she is away. */
  synchronized Hand takeOver(UUID item, String person) {
    hands.remove(item);
    return take(item, person);
  }

  /** Gives it back; what somebody else has stays hers. */
  synchronized void release(UUID item, String person) {
    of(item).filter(hand -> hand.person().equals(person)).ifPresent(_ -> hands.remove(item));
  }

  private void shrink() {
    hands.values().removeIf(hand -> !lasts(hand));
    Iterator<UUID> oldest = hands.keySet().iterator();
    while (hands.size() > MOST && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  private boolean lasts(Hand hand) {
    return hand.since().plus(LONGEST).isAfter(clock.instant());
  }
}
