package jp.tsunagu.runtime.form;

import java.util.List;

/** One line of a CSV file: its cells under their headings. */
public record CsvRow(long line, List<String> headings, List<String> cells) {

  /** Keeps unmodifiable copies. */
  public CsvRow {
    headings = List.copyOf(headings);
    cells = List.copyOf(cells);
  }

  /** The cell under a heading, without blanks around it; empty if there is none. */
  public String cell(String heading) {
    int column = headings.indexOf(heading);
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return "CsvRow[line " + line + "]";
  }
}
