package jp.tsunagu.stats.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.stats.report.Report;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A report as a page shows it: without the columns that only programs need.
 *
 * @param file where the interface gives the same as a file
 * @param columns their headings
 * @param rows one cell per column
 */
record TablePage(ReportView report, String file, List<Cell> columns, List<List<Cell>> rows) {

  /** Codes that have their words, and ids that have their numbers, in another column. */
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "dimension",
          "measure",
          "outcome",
          "resource",
          "caseId",
          "referralId",
          "bucket",
          "resourceId",
          "issueId");

  private static final String CASE_NUMBER = "caseNumber";

  /**
   * One cell.
   *
   * @param number whether it is one: those stand one below the other
   * @param caseNumber whether it is what people call a case
   */
  record Cell(String text, boolean number, boolean caseNumber) {}

  static TablePage of(ReportView report, String file) {
    List<Report.Column> shown =
        report.columns().stream().filter(column -> !FOR_PROGRAMS.contains(column.code())).toList();
    List<List<Cell>> rows = report.rows().stream().map(row -> cells(shown, row)).toList();
    return new TablePage(report, file, headings(shown, rows), rows);
  }

  private static List<Cell> headings(List<Report.Column> shown, List<List<Cell>> rows) {
    return shown.stream()
        .map(
            column ->
                new Cell(
                    column.label(),
                    !rows.isEmpty() && rows.getFirst().get(shown.indexOf(column)).number(),
                    false))
        .toList();
  }

  private static List<Cell> cells(List<Report.Column> shown, Map<String, Object> row) {
    return shown.stream()
        .map(column -> cell(column.code(), row.getOrDefault(column.code(), "")))
        .toList();
  }

  private static Cell cell(String code, Object value) {
    return switch (value) {
      case Number number ->
          new Cell(NumberFormat.getInstance(Locale.JAPAN).format(number), true, false);
      case LocalDate day -> new Cell(DateWords.shortDay(day), false, false);
      default -> {
        String text = String.valueOf(value);
        yield new Cell(
            text, text.equals(Report.HELD_BACK), code.equals(CASE_NUMBER) && !text.isEmpty());
      }
    };
  }

  /** The same for the spreadsheet. */
  public String excel() {
    return as(Form.XLSX);
  }

  /** The same as text for a spreadsheet. */
  public String csv() {
    return as(Form.CSV);
  }

  private String as(Form form) {
    return UriComponentsBuilder.fromUriString(file).queryParam("format", form).toUriString();
  }
}
