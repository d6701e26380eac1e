package jp.tsunagu.stats.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.tsunagu.contract.directory.SmallNumbers;
import jp.tsunagu.stats.figure.GuardedTable;
import org.jspecify.annotations.Nullable;

/** Numbers as anybody may read them: small ones, and what would give them away, are held back. */
final class ForPublic {

  private static final String COLUMN = "n";

  private ForPublic() {}

  /** A number that is no part of another one that is told. */
  static Object number(long number) {
    return SmallNumbers.mayShow(number) ? Long.valueOf(number) : Report.HELD_BACK;
  }

  /** The parts of one whole, in their order. */
  static List<Object> parts(List<Long> numbers) {
    Map<String, Map<String, Long>> rows = new HashMap<>();
    IntStream.range(0, numbers.size())
        .forEach(i -> rows.put(String.valueOf(i), Map.of(COLUMN, numbers.get(i))));
    GuardedTable guarded = GuardedTable.ofSmall(rows).rowsAddUp(rows.keySet());
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> shown(guarded.shown(String.valueOf(i), COLUMN)))
        .toList();
  }

  /** How much of the whole a part is. */
  static Part part(long part, long whole) {
    Object told = parts(List.of(part, whole - part)).getFirst();
    return new Part(told, percent(told, part, whole));
  }

  private static Object percent(Object told, long part, long whole) {
    if (whole == 0) {
      return CouncilFigures.NONE;
    }
    return told.equals(Report.HELD_BACK)
        ? Report.HELD_BACK
        : Long.valueOf(Math.round(100.0 * part / whole));
  }

  private static Object shown(@Nullable Long number) {
    return Objects.requireNonNullElse(number, Report.HELD_BACK);
  }

  /**
   * A part of a whole.
   *
   * @param number how many
   * @param percent the same in percent
   */
  record Part(Object number, Object percent) {}
}
