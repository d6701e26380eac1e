package jp.tsunagu.stats.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.SmallNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of parts by row and column, as they may be published. Small ones are held back, and with
 * them others, so that nobody finds them by taking the rest from a sum that is told: what is held
 * back of such a sum is always two numbers or more that together are no small number. A whole that
 * is so small itself stays what it is; then a zero is held back beside its parts.
 */
public final class GuardedTable {

  private final Map<String, Map<String, Long>> rows;
  private final Set<Place> hidden = new HashSet<>();
  private final List<Sum> sums = new ArrayList<>();

  private record Place(String row, String column) {}

  /**
   * Places that add up to something.
   *
   * @param total where their sum stands among the rows; none if it is told elsewhere
   */
  private record Sum(List<Place> parts, @Nullable Place total) {}

  private GuardedTable(Map<String, Map<String, Long>> rows, Predicate<Place> heldBack) {
    this.rows = Map.copyOf(rows);
    places().filter(heldBack).forEach(hidden::add);
  }

  /** A table that holds back what is small; its sums are still to be said. */
  public static GuardedTable ofSmall(Map<String, Map<String, Long>> rows) {
    Map<String, Map<String, Long>> numbers = Map.copyOf(rows);
    return new GuardedTable(
        numbers, place -> !SmallNumbers.mayShow(at(numbers, place.row(), place.column())));
  }

  /**
   * A table that holds back every place in which something stands that nobody may find.
   *
   * @param secret how much of it, by row and column; none where a place is not named
   */
  public static GuardedTable ofSecret(
      Map<String, Map<String, Long>> rows, Map<String, Map<String, Long>> secret) {
    return new GuardedTable(rows, place -> at(secret, place.row(), place.column()) > 0);
  }

  /** In every column these rows add up to what is told of the whole. */
  public GuardedTable rowsAddUp(Collection<String> group) {
    rows.values().stream()
        .flatMap(row -> row.keySet().stream())
        .distinct()
        .map(column -> group.stream().map(row -> new Place(row, column)).toList())
        .forEach(parts -> sums.add(new Sum(parts, null)));
    return protect();
  }

  /** In every row these columns add up to another column. */
  public GuardedTable columnsAddUp(String total, List<String> columns) {
    rows.keySet()
        .forEach(
            row ->
                sums.add(
                    new Sum(
                        columns.stream().map(column -> new Place(row, column)).toList(),
                        new Place(row, total))));
    return protect();
  }

  /** The number, unless it is held back. */
  public @Nullable Long shown(String row, String column) {
    Place place = new Place(row, column);
    return hidden.contains(place) ? null : Long.valueOf(number(place));
  }

  /** Whether anything of this row is held back. */
  public boolean isSuppressed(String row) {
    return hidden.stream().anyMatch(place -> place.row().equals(row));
  }

  private GuardedTable protect() {
    boolean more = true;
    while (more) {
      more = false;
      for (Sum sum : sums) {
        if (sum.total() == null || !hidden.contains(sum.total())) {
          more |= protect(sum);
        }
      }
    }
    return this;
  }

  /** Hides one more place of this sum if what is hidden could be found. */
  private boolean protect(Sum sum) {
    List<Place> heldBack = sum.parts().stream().filter(hidden::contains).toList();
    if (heldBack.isEmpty()) {
      return false;
    }
    long together = heldBack.stream().mapToLong(this::number).sum();
    boolean alone = heldBack.size() < 2;
    if (!alone && together >= SmallNumbers.SMALLEST_SHOWN) {
      return false;
    }
    Optional<Place> next = smallest(sum, place -> number(place) > 0);
    if (next.isEmpty() && alone) {
      next = smallest(sum, _ -> true);
    }
    next.ifPresent(hidden::add);
    return next.isPresent();
  }

  private Optional<Place> smallest(Sum sum, Predicate<Place> wanted) {
    return sum.parts().stream()
        .filter(place -> !hidden.contains(place))
        .filter(wanted)
        .min(Comparator.comparingLong(this::number).thenComparing(Place::row));
  }

  private Stream<Place> places() {
    return rows.entrySet().stream()
        .flatMap(row -> row.getValue().keySet().stream().map(c -> new Place(row.getKey(), c)));
  }

  private long number(Place place) {
    return at(rows, place.row(), place.column());
  }

  private static long at(Map<String, Map<String, Long>> of, String row, String column) {
    return of.getOrDefault(row, Map.of()).getOrDefault(column, 0L);
  }
}
