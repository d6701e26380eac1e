package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.CaseEvent;

/**
 * A seeded household that went its way in one of four cities: what the gateway made of what it did,
 * and what it did by its own count. For tests of what reads the events.
 *
 * @param city in which it lives, from 0 to 3
 */
public record WalkedHousehold(int city, List<CaseEvent> events, WalkCount counted) {

  /** The fiscal year in which every household begins; each goes on into the next. */
  public static final FiscalYear FIRST = FlowWalk.FIRST;

  private static final int MOVES = 60;

  /** Keeps an unmodifiable copy. */
  public WalkedHousehold {
    events = List.copyOf(events);
  }

  /** So many, the same for the same seed, a quarter in each city. */
  public static List<WalkedHousehold> seeded(int households, long seed) {
    return IntStream.range(0, households).mapToObj(number -> of(number, seed)).toList();
  }

  private static WalkedHousehold of(int number, long seed) {
    int city = number % Cities.values().length;
    FlowWalk walk = new FlowWalk(Cities.values()[city], seed + number, number);
    walk.walk(MOVES);
    return new WalkedHousehold(city, walk.story().events(), walk.counted());
  }
}
