package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.runtime.form.CsvLayout;
import jp.tsunagu.runtime.form.CsvProblem;
import jp.tsunagu.runtime.form.CsvRow;
import jp.tsunagu.runtime.form.CsvTable;
import jp.tsunagu.runtime.form.CsvTree;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;

/**
 * Reads つなぐシート from CSV: the headings of {@link #headings()} in the first line in any order, then
 * one line per person (区分 本人), member of the household (世帯) or consent (同意), held together by
 * シート番号.
 */
public final class CsvSheets {

  private static final int MOST_SHEETS = 200;
  private static final String SHEET = "シート番号";
  private static final List<String> NEEDED = List.of(SHEET, "分野", "圏域", "緊急度");
  private static final CsvLayout LAYOUT = CsvLayout.of(SheetFields.FORM);

  private final FormReader reader;

  /** A reader of whole files. */
  public CsvSheets(FormReader reader) {
    this.reader = reader;
  }

  /** Every heading of the form, in its order. */
  public static List<String> headings() {
    return Stream.concat(Stream.of(SHEET), LAYOUT.headings().stream()).toList();
  }

  /** Reads a file as a whole. Never throws for bad content. */
  public CsvReading read(byte[] content) {
    return switch (CsvTable.read(content)) {
      case CsvTable.Unreadable(CsvProblem problem) -> new CsvReading.Unusable(List.of(problem));
      case CsvTable.Readable table -> read(table);
    };
  }

  /** Reads a table as a whole. */
  public CsvReading read(CsvTable.Readable table) {
    List<CsvProblem> problems = new ArrayList<>(table.headingProblems(headings(), NEEDED));
    problems.addAll(table.without(SHEET, "同じ世帯の行に同じ番号を書いてください。"));
    Map<String, List<CsvRow>> groups = table.groups(SHEET);
    if (groups.size() > MOST_SHEETS) {
      problems.add(new CsvProblem(0, "", "シートが多すぎます。", "1ファイルに" + MOST_SHEETS + "シートまでにしてください。"));
    }
    if (!problems.isEmpty()) {
      return new CsvReading.Unusable(problems);
    }
    List<CsvReading.NumberedSheet> sheets = new ArrayList<>();
    groups.forEach((number, rows) -> read(number, rows, sheets, problems));
    return problems.isEmpty() ? new CsvReading.Usable(sheets) : new CsvReading.Unusable(problems);
  }

  private void read(
      String number,
      List<CsvRow> rows,
      List<CsvReading.NumberedSheet> sheets,
      List<CsvProblem> problems) {
    CsvTree tree = CsvTree.of(LAYOUT, rows);
    problems.addAll(tree.problems());
    switch (reader.read(SheetFields.HANDED_IN, tree.root())) {
      case FormReading.Usable(Filled filled) ->
          sheets.add(new CsvReading.NumberedSheet(number, SheetFields.of(filled)));
      case FormReading.Unusable(var found) ->
          found.stream().map(tree::placed).forEach(problems::add);
    }
  }
}
