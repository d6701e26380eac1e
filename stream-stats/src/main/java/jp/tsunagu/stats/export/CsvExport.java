package jp.tsunagu.stats.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.stats.report.Report;

/** CSV with a heading line: UTF-8 with a byte order mark, or windows-31j for old Excel. */
public final class CsvExport {

  /** What Excel in Japan reads without being asked. */
  public static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String MISSING = "〓";

  private CsvExport() {}

  /** UTF-8 with a byte order mark. */
  public static byte[] utf8(Report report) {
    return (BYTE_ORDER_MARK + text(report)).getBytes(StandardCharsets.UTF_8);
  }

  /** Windows-31J; a character it does not have stands as 〓. */
  public static byte[] windows31j(Report report) {
    CharsetEncoder encoder = WINDOWS_31J.newEncoder();
    return text(report)
        .codePoints()
        .mapToObj(Character::toString)
        .map(one -> encoder.canEncode(one) ? one : MISSING)
        .collect(Collectors.joining())
        .getBytes(WINDOWS_31J);
  }

  private static String text(Report report) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(report.columns().stream().map(Report.Column::label).toList());
      for (List<Object> row : report.rows()) {
        csv.writeRecord(row.stream().map(Cells::text).toList());
      }
    } catch (IOException cannotBe) {
      throw new UncheckedIOException("writing to memory failed", cannotBe);
    }
    return out.toString();
  }
}
