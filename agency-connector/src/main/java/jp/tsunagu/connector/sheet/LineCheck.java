package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.List;

/** Checks the lines below the headings, before they are put together to sheets. */
final class LineCheck {

  private LineCheck() {}

  static List<CsvProblem> problems(List<CsvRow> body) {
    List<CsvProblem> problems = new ArrayList<>();
    if (body.isEmpty()) {
      problems.add(new CsvProblem(2, "", "シートの行がありません。", "2行目から書いてください。"));
    }
    for (CsvRow row : body) {
      if (row.cell(CsvColumn.SHEET).isEmpty()) {
        problems.add(
            new CsvProblem(row.line(), CsvColumn.SHEET, "シート番号の記入がありません。", "同じ世帯の行に同じ番号を書いてください。"));
      }
      if (row.cells().size() > row.headings().size()) {
        problems.add(new CsvProblem(row.line(), "", "見出しより多くの欄があります。", "コンマを含む欄は引用符で囲んでください。"));
      }
    }
    return problems;
  }
}
