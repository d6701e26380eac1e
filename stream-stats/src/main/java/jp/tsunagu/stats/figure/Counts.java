package jp.tsunagu.stats.figure;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of one bucket while they change; some twenty bytes a number. */
final class Counts {

  private static final int FEW = 4;

  private final Int2LongOpenHashMap numbers = new Int2LongOpenHashMap(FEW);

  private final Int2ObjectOpenHashMap<Longest> longest = new Int2ObjectOpenHashMap<>(0);

  void add(int cell, long number) {
    if (numbers.addTo(cell, number) == -number) {
      numbers.remove(cell);
    }
  }

  /**
   * One duration comes or, with a number below zero, goes; tells whether the longest is known yet.
   */
  boolean time(Timed timed, int number) {
    add(timed.cell().code(), number);
    int place = Cell.longest(timed.cell().measure(), timed.cell().time()).code();
    Longest known = longest.computeIfAbsent(place, _ -> new Longest());
    for (int i = 0; i < Math.abs(number); i++) {
      if (number > 0) {
        known.add(timed.milliseconds());
      } else {
        known.remove(timed.milliseconds());
      }
    }
    return !known.isUncertain();
  }

  void removeTimes() {
    longest.clear();
    numbers.keySet().removeIf(cell -> Cell.of(cell).measure().kind() == Measure.Kind.DURATION);
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  Bucket toBucket() {
    Map<Cell, Long> cells = new TreeMap<>();
    numbers
        .int2LongEntrySet()
        .fastForEach(one -> cells.put(Cell.of(one.getIntKey()), one.getLongValue()));
    longest
        .int2ObjectEntrySet()
        .fastForEach(one -> cells.put(Cell.of(one.getIntKey()), one.getValue().milliseconds()));
    return new Bucket(cells);
  }
}
