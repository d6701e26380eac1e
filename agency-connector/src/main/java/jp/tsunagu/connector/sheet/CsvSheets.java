package jp.tsunagu.connector.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads つなぐシート from CSV: the headings of {@link #headings()} in the first line in any order, then
 * one line per person (区分 本人), member of the household (世帯) or consent (同意), held together by
 * シート番号.
 */
public final class CsvSheets {

  private static final int MOST_SHEETS = 200;
  private static final int MOST_LINES = 5_000;

  private final SheetReader reader;

  /** A reader of whole files. */
  public CsvSheets(SheetReader reader) {
    this.reader = reader;
  }

  /** Every heading of the form, in its order. */
  public static List<String> headings() {
    return CsvColumn.headings();
  }

  /** Reads a file as a whole. Never throws for bad content. */
  public CsvReading read(byte[] content) {
    return switch (CharsetReading.of(content)) {
      case CharsetReading.Text(String text, Charset charset) -> read(text, charset);
      case CharsetReading.Unreadable(int line, int position) ->
          unusable(
              line, position + "バイト目が UTF-8 でも windows-31j でもありません。", "「CSV UTF-8」で保存し直してください。");
    };
  }

  private CsvReading read(String text, Charset charset) {
    List<CsvRow> rows;
    try {
      rows = rows(text);
    } catch (CsvParseException broken) {
      return unusable(0, "CSVとして読めません。引用符が閉じていないか、途中で切れています。", "書き出し直してください。");
    }
    if (rows.size() > MOST_LINES) {
      return unusable(0, "行が多すぎます。", "1ファイルに" + MOST_LINES + "行までにしてください。");
    }
    if (rows.isEmpty()) {
      return unusable(1, "見出しの行がありません。", "1行目に見出しを書いてください: " + String.join(",", headings()));
    }
    List<CsvProblem> problems = new ArrayList<>(HeadingCheck.problems(rows.getFirst()));
    List<CsvRow> body = body(rows);
    problems.addAll(LineCheck.problems(body));
    if (!problems.isEmpty()) {
      return new CsvReading.Unusable(problems);
    }
    return sheets(body, charset);
  }

  private CsvReading sheets(List<CsvRow> body, Charset charset) {
    Map<String, List<CsvRow>> groups = new LinkedHashMap<>();
    for (CsvRow row : body) {
      groups.computeIfAbsent(row.cell(CsvColumn.SHEET), _ -> new ArrayList<>()).add(row);
    }
    if (groups.size() > MOST_SHEETS) {
      return unusable(0, "シートが多すぎます。", "1ファイルに" + MOST_SHEETS + "シートまでにしてください。");
    }
    List<CsvProblem> problems = new ArrayList<>();
    List<CsvReading.NumberedSheet> sheets = new ArrayList<>();
    groups.forEach((number, rows) -> read(number, rows, sheets, problems));
    return problems.isEmpty()
        ? new CsvReading.Usable(sheets, charset)
        : new CsvReading.Unusable(problems);
  }

  private void read(
      String number,
      List<CsvRow> rows,
      List<CsvReading.NumberedSheet> sheets,
      List<CsvProblem> problems) {
    CsvSheetTree tree = CsvSheetTree.of(rows);
    problems.addAll(tree.problems());
    switch (reader.read(tree.root())) {
      case SheetReading.Usable(TsunaguSheet sheet) ->
          sheets.add(new CsvReading.NumberedSheet(number, sheet));
      case SheetReading.Unusable(var found) ->
          found.stream().map(tree::placed).forEach(problems::add);
    }
  }

  private static List<CsvRow> rows(String text) {
    List<CsvRow> rows = new ArrayList<>();
    List<String> headings = List.of();
    try (CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
        Stream<CsvRecord> records = csv.stream()) {
      for (CsvRecord found : records.limit(MOST_LINES + 1L).toList()) {
        headings =
            rows.isEmpty() ? found.getFields().stream().map(String::strip).toList() : headings;
        rows.add(new CsvRow(found.getStartingLineNumber(), headings, found.getFields()));
      }
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException("reading text from memory", impossible);
    }
    return rows;
  }

  private static List<CsvRow> body(List<CsvRow> rows) {
    return rows.stream().skip(1).filter(row -> !row.isBlank()).toList();
  }

  private static CsvReading unusable(long line, String problem, String fix) {
    return new CsvReading.Unusable(List.of(new CsvProblem(line, "", problem, fix)));
  }
}
