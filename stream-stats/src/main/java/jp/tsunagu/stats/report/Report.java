package jp.tsunagu.stats.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for people and programs: the same for screen, CSV and Excel.
 *
 * @param name code of the report
 * @param title what a person reads
 * @param columns in order
 * @param rows one value per column: text, whole number, decimal, date, or empty text
 */
public record Report(String name, String title, List<Column> columns, List<List<Object>> rows) {

  public Report {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A column.
   *
   * @param code its name for programs
   * @param label its heading for people
   */
  public record Column(String code, String label) {}

  static List<Column> columns(String... codesAndLabels) {
    return IntStream.range(0, codesAndLabels.length / 2)
        .mapToObj(i -> new Column(codesAndLabels[2 * i], codesAndLabels[2 * i + 1]))
        .toList();
  }
}
