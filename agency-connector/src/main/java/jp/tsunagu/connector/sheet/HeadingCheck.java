package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the first line of a CSV file. */
final class HeadingCheck {

  private HeadingCheck() {}

  static List<CsvProblem> problems(CsvRow first) {
    List<CsvProblem> problems = new ArrayList<>();
    List<String> known = CsvColumn.headings();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < first.headings().size(); i++) {
      String heading = first.headings().get(i);
      String column = (i + 1) + "列目";
      if (!known.contains(heading)) {
        problems.add(
            new CsvProblem(
                first.line(), column, "知らない見出しです。", "使える見出し: " + String.join(",", known)));
      } else if (!seen.add(heading)) {
        problems.add(new CsvProblem(first.line(), column, "同じ見出しが2回あります。", "一つにしてください。"));
      }
    }
    for (String needed : List.of(CsvColumn.SHEET, "分野", "圏域", "緊急度")) {
      if (!seen.contains(needed)) {
        problems.add(new CsvProblem(first.line(), needed, "見出しがありません。", "この見出しの列を加えてください。"));
      }
    }
    return problems;
  }
}
