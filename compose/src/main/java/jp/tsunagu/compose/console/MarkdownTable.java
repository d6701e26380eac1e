package jp.tsunagu.compose.console;

import java.util.ArrayList;
import java.util.List;

/** Rows under a title and headings, as Markdown. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /** The lines, with an empty one before. */
  public static List<String> of(String title, List<String> headings, List<List<String>> rows) {
    var lines = new ArrayList<>(List.of("", "## " + title, ""));
    lines.add(line(headings));
    lines.add(line(headings.stream().map(_ -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
