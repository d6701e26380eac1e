package jp.tsunagu.runtime.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What reading bytes as CSV gave: headings and lines, or everything that has to be corrected. */
public sealed interface CsvTable {

  /** So many lines are read at most. */
  int MOST_LINES = 5_000;

  /**
   * A table.
   *
   * @param headings the first line
   * @param rows the lines below it that are not blank; at least one
   * @param charset in which it was written
   */
  record Readable(CsvRow headings, List<CsvRow> rows, Charset charset) implements CsvTable {
    /** Keeps an unmodifiable copy. */
    public Readable {
      rows = List.copyOf(rows);
    }

    /** The lines by what stands under this heading, in the order of the file. */
    public Map<String, List<CsvRow>> groups(String heading) {
      Map<String, List<CsvRow>> groups = new LinkedHashMap<>();
      for (CsvRow row : rows) {
        groups.computeIfAbsent(row.cell(heading), _ -> new ArrayList<>()).add(row);
      }
      return groups;
    }

    /** Lines with nothing under this heading. */
    public List<CsvProblem> without(String heading, String fix) {
      return rows.stream()
          .filter(row -> row.cell(heading).isEmpty())
          .map(row -> new CsvProblem(row.line(), heading, heading + "の記入がありません。", fix))
          .toList();
    }

    /** What is wrong with the headings: unknown, twice, or missing. */
    public List<CsvProblem> headingProblems(List<String> known, List<String> needed) {
      List<CsvProblem> problems = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < headings.headings().size(); i++) {
        String heading = headings.headings().get(i);
        String column = (i + 1) + "列目";
        if (!known.contains(heading)) {
          problems.add(
              new CsvProblem(
                  headings.line(), column, "知らない見出しです。", "使える見出し: " + String.join(",", known)));
        } else if (!seen.add(heading)) {
          problems.add(new CsvProblem(headings.line(), column, "同じ見出しが2回あります。", "一つにしてください。"));
        }
      }
      needed.stream()
          .filter(heading -> !seen.contains(heading))
          .forEach(
              heading ->
                  problems.add(
                      new CsvProblem(headings.line(), heading, "見出しがありません。", "この見出しの列を加えてください。")));
      return problems;
    }
  }

  /** The file as a whole cannot be read. */
  record Unreadable(CsvProblem problem) implements CsvTable {}

  /** In the first cell of the last line it says that the file is whole; it is no row. */
  String END_LINE = "終わり";

  /** Whether the last line says that the file is whole. */
  static boolean isEnded(byte[] content) {
    return CharsetReading.of(content) instanceof CharsetReading.Text(String text, _)
        && text.endsWith("\n")
        && isEndLine(lastLine(text.strip()));
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private static boolean isEndLine(String line) {
    return line.replace("\"", "").replace(",", "").strip().equals(END_LINE);
  }

  /** Reads a file as a whole. Never throws for bad content. */
  static CsvTable read(byte[] content) {
    return switch (CharsetReading.of(content)) {
      case CharsetReading.Text(String text, Charset charset) -> read(text, charset);
      case CharsetReading.Unreadable(int line, int position) ->
          unreadable(
              line, position + "バイト目が UTF-8 でも windows-31j でもありません。", "「CSV UTF-8」で保存し直してください。");
    };
  }

  private static CsvTable read(String text, Charset charset) {
    List<CsvRow> rows;
    try {
      rows = rows(text);
    } catch (CsvParseException broken) {
      return unreadable(0, "CSVとして読めません。引用符が閉じていないか、途中で切れています。", "書き出し直してください。");
    }
    if (rows.size() > MOST_LINES) {
      return unreadable(0, "行が多すぎます。", "1ファイルに" + MOST_LINES + "行までにしてください。");
    }
    if (rows.isEmpty()) {
      return unreadable(1, "見出しの行がありません。", "1行目に見出しを書いてください。");
    }
    List<CsvRow> body = body(rows);
    if (body.isEmpty()) {
      return unreadable(2, "記入の行がありません。", "2行目から書いてください。");
    }
    return body.stream()
        .filter(row -> row.cells().size() > row.headings().size())
        .findFirst()
        .map(row -> unreadable(row.line(), "見出しより多くの欄があります。", "コンマを含む欄は引用符で囲んでください。"))
        .orElseGet(() -> new Readable(rows.getFirst(), body, charset));
  }

  /** The lines below the headings that say something, without the one that ends the file. */
  private static List<CsvRow> body(List<CsvRow> rows) {
    List<CsvRow> body = rows.stream().skip(1).filter(row -> !row.isBlank()).toList();
    return !body.isEmpty() && isEndLine(String.join(",", body.getLast().cells()))
        ? body.subList(0, body.size() - 1)
        : body;
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
            rows.isEmpty()
                ? withoutEmptyEnd(found.getFields().stream().map(String::strip).toList(), 0)
                : headings;
        List<String> cells = withoutEmptyEnd(found.getFields(), headings.size());
        rows.add(new CsvRow(found.getStartingLineNumber(), headings, cells));
      }
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException("reading text from memory", impossible);
    }
    return rows;
  }

  /** A spreadsheet keeps columns that were once filled; empty ones behind the last are none. */
  private static List<String> withoutEmptyEnd(List<String> cells, int least) {
    int kept = cells.size();
    while (kept > least && cells.get(kept - 1).isBlank()) {
      kept--;
    }
    return cells.subList(0, kept);
  }

  private static CsvTable unreadable(long line, String problem, String fix) {
    return new Unreadable(new CsvProblem(line, "", problem, fix));
  }
}
