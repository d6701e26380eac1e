package jp.tsunagu.stats.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.tsunagu.stats.report.Report;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel sheet with a heading row, one value a cell, no merged cells; numbers are numbers. After
 * the rows stand notes that begin with ※.
 */
public final class ExcelExport {

  private static final int LONGEST_SHEET_NAME = 31;

  private ExcelExport() {}

  /** The bytes of an .xlsx file. */
  public static byte[] of(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Tsunagu", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(sheetName(report.title()));
      for (int column = 0; column < report.columns().size(); column++) {
        sheet.value(0, column, report.columns().get(column).label());
      }
      for (int row = 0; row < report.rows().size(); row++) {
        writeRow(sheet, row + 1, report.rows().get(row));
      }
      int end = report.rows().size() + 1;
      sheet.value(end++, 0, "※ " + report.title());
      for (String note : report.notes()) {
        sheet.value(end++, 0, "※ " + note);
      }
      if (report.incomplete() != null) {
        sheet.value(end, 0, "※ " + report.incomplete());
      }
      sheet.freezePane(0, 1);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException("writing to memory failed", cannotBe);
    }
    return out.toByteArray();
  }

  private static void writeRow(Worksheet sheet, int row, List<Object> values) {
    for (int column = 0; column < values.size(); column++) {
      if (values.get(column) instanceof Number number) {
        sheet.value(row, column, number);
      } else {
        sheet.value(row, column, Cells.text(values.get(column)));
      }
    }
  }

  private static String sheetName(String title) {
    String plain = title.replaceAll("[\\\\/?*\\[\\]:]", " ");
    return plain.substring(0, Math.min(LONGEST_SHEET_NAME, plain.length()));
  }
}
