package jp.tsunagu.connector.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.runtime.text.SpreadsheetCell;

/** Dossiers for a spreadsheet: one line per field. */
public final class DossierCsv {

  private static final List<String> HEADINGS = List.of("案件番号", "欄", "世帯員", "項目", "内容");

  private DossierCsv() {}

  /** The headings and the lines of these, without a byte order mark. */
  public static String of(List<DossierView> dossiers, Optional<CaseNumber> caseNumber) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADINGS);
      dossiers.stream()
          .flatMap(dossier -> DossierRows.of(dossier).stream())
          .forEach(row -> csv.writeRecord(cells(row, caseNumber)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing fails in memory", impossible);
    }
    return text.toString();
  }

  private static List<String> cells(DossierRows.Row row, Optional<CaseNumber> caseNumber) {
    return List.of(
        caseNumber.map(CaseNumber::value).orElse(""),
        row.part(),
        row.person() == null ? "" : row.person().toString(),
        row.label(),
        SpreadsheetCell.of(row.value()));
  }
}
