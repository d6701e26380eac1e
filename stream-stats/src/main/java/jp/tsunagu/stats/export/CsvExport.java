package jp.tsunagu.stats.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.tsunagu.runtime.form.CharsetReading;
import jp.tsunagu.runtime.text.CharsetWriting;
import jp.tsunagu.runtime.text.SpreadsheetCell;
import jp.tsunagu.stats.report.Report;

/**
 * CSV with a heading line and, after the rows, notes that begin with ※: UTF-8 with a byte order
 * mark, or windows-31j for old Excel.
 */
public final class CsvExport {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvExport() {}

  /** UTF-8 with a byte order mark. */
  public static byte[] utf8(Report report) {
    return (BYTE_ORDER_MARK + text(rows(report))).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Windows-31J. A character it does not have stands as 〓; then a last row says in its first cell
   * which ones they were and where they can be read.
   */
  public static byte[] windows31j(Report report) {
    List<List<String>> rows = rows(report);
    CharsetWriting written = CharsetWriting.of(text(rows), CharsetReading.WINDOWS_31J);
    if (written.lost().isEmpty()) {
      return written.content();
    }
    rows.add(
        note(
            report,
            "※ windows-31j にない文字は〓にした(異体字の指定は省いた): "
                + String.join(" ", written.lostCodes())
                + "。元の文字は Excel か UTF-8 の形式で見られる。"));
    return CharsetWriting.of(text(rows), CharsetReading.WINDOWS_31J).content();
  }

  private static List<List<String>> rows(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(report.columns().stream().map(Report.Column::label).toList());
    for (List<Object> row : report.rows()) {
      rows.add(row.stream().map(Cells::text).map(SpreadsheetCell::of).toList());
    }
    rows.add(note(report, "※ " + report.title()));
    report.notes().forEach(text -> rows.add(note(report, "※ " + text)));
    if (report.incomplete() != null) {
      rows.add(note(report, "※ " + report.incomplete()));
    }
    return rows;
  }

  /** A last row that says something in its first cell. */
  private static List<String> note(Report report, String text) {
    List<String> note = new ArrayList<>(Collections.nCopies(report.columns().size(), ""));
    note.set(0, text);
    return note;
  }

  private static String text(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException("writing to memory failed", cannotBe);
    }
    return out.toString();
  }
}
