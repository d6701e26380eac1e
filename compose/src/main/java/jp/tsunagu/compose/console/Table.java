package jp.tsunagu.compose.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under headings, in columns that also stand straight with full-width characters. */
public final class Table {
  private static final String GAP = "  ";
  private static final int HALF_WIDTH_ENDS = 0x2000;

  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows yet. */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Another row; numbers stand right. */
  public void add(Object... cells) {
    rows.add(Stream.of(cells).map(String::valueOf).toList());
  }

  /** The lines to print. */
  public List<String> lines() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .mapToObj(
                column ->
                    Collections.max(rows.stream().map(row -> width(row.get(column))).toList()))
            .toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    var line = new StringBuilder();
    for (var column = 0; column < row.size(); column++) {
      var cell = row.get(column);
      var space = " ".repeat(widths.get(column) - width(cell));
      var isNumber = !cell.isEmpty() && cell.chars().allMatch(Character::isDigit);
      line.append(GAP).append(isNumber ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(letter -> letter < HALF_WIDTH_ENDS ? 1 : 2).sum();
  }
}
