package jp.tsunagu.gateway.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.runtime.caller.CurrentPerson;
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
   * Who of the desk somebody is: two people may have one name.
   *
   * @param id how the login names her, the same for ever; shown to nobody
   * @param name as the others read it
   */
  record Person(String id, String name) {

    static Person of(CurrentPerson person) {
      return new Person(person.id(), person.displayName());
    }

    private boolean isSame(Person other) {
      return id.equals(other.id);
    }

    @Override
    public String toString() {
      return "Person[***]";
    }
  }

  /** Who has it. */
  record Hand(Person person, Instant since) {

    boolean isOf(Person other) {
      return person.isSame(other);
    }

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
  synchronized Hand take(UUID item, Person person) {
    Hand there = of(item).orElse(null);
    if (there != null && !there.isOf(person)) {
      return there;
    }
    Hand own = new Hand(person, clock.instant());
    hands.remove(item);
    hands.put(item, own);
    shrink();
    return own;
  }

  /** Takes it from whoever has it, as when she is away. */
  synchronized Hand takeOver(UUID item, Person person) {
    hands.remove(item);
    return take(item, person);
  }

  /** Gives it back; what somebody else has stays hers. */
  synchronized void release(UUID item, Person person) {
    of(item).filter(hand -> hand.isOf(person)).ifPresent(_ -> hands.remove(item));
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
