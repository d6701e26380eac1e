package jp.tsunagu.compose.replay;

import java.util.List;
import jp.tsunagu.compose.ledger.CombinationTable;

/**
 * What the statistics counted of a replay beside the city's table.
 *
 * @param counted new consultations by combination, in the order of the statistics
 */
public record CountedTable(CombinationTable table, List<Line> counted) {

  /** Keeps an unmodifiable copy. */
  public CountedTable {
    counted = List.copyOf(counted);
  }

  /** One combination as the statistics print it. */
  public record Line(String label, long count) {}

  /** How many have this combination. */
  long of(CombinationTable.Row row) {
    return counted.stream()
        .filter(line -> line.label().equals(row.label()))
        .mapToLong(Line::count)
        .sum();
  }

  long total() {
    return counted.stream().mapToLong(Line::count).sum();
  }

  /** Whether the rows of the table come first, in its order, and nothing else was counted. */
  public boolean matches() {
    var printed = table.rows().stream().map(row -> new Line(row.label(), row.count())).toList();
    return counted.size() >= printed.size()
        && counted.subList(0, printed.size()).equals(printed)
        && total() == table.total();
  }
}
