package jp.tsunagu.stats.figure;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of one bucket while they change; some twenty bytes a number. */
final class Counts {

  private static final int FEW = 4;

  private final Int2LongOpenHashMap numbers = new Int2LongOpenHashMap(FEW);

  void add(int cell, long number) {
    if (numbers.addTo(cell, number) == -number) {
      numbers.remove(cell);
    }
  }

  void removeTimes() {
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
    return new Bucket(cells);
  }
}
