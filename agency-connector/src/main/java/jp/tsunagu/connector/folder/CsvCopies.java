package jp.tsunagu.connector.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.sheet.DossierRows;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.runtime.text.CharsetWriting;
import jp.tsunagu.runtime.text.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * CSV copies of received dossiers for programs that read nothing else: one line per field. What the
 * charset cannot hold stands as 〓 and is listed beside the file by line, position and code.
 */
final class CsvCopies {

  private static final List<String> HEADINGS = List.of("案件番号", "欄", "世帯員", "項目", "内容");
  private static final String BOM = "\uFEFF";

  private final @Nullable Charset charset;

  private CsvCopies(@Nullable Charset charset) {
    this.charset = charset;
  }

  /** Copies in this charset; {@code none} means none. */
  static CsvCopies in(String charset) {
    return new CsvCopies(charset.equals("none") ? null : Charset.forName(charset));
  }

  void write(Path in, String name, DossierView dossier, Optional<CaseNumber> caseNumber)
      throws IOException {
    if (charset == null) {
      return;
    }
    boolean unicode = charset.equals(StandardCharsets.UTF_8);
    CharsetWriting written =
        CharsetWriting.of((unicode ? BOM : "") + csv(dossier, caseNumber), charset);
    if (!written.lost().isEmpty()) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("charset", charset.name());
      report.put("message", "この文字コードで書けない文字を〓にしました。正しい文字は同じ名前の .json にあります。");
      report.put("lost", written.lost());
      AtomicFiles.write(
          in.resolve(name + ".csv.lost.json"), ViewJson.MAPPER.writeValueAsBytes(report));
    }
    AtomicFiles.writeWithChecksum(in.resolve(name + ".csv"), written.content());
  }

  private static String csv(DossierView dossier, Optional<CaseNumber> caseNumber)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADINGS);
      for (DossierRows.Row row : DossierRows.of(dossier)) {
        List<String> cells = new ArrayList<>();
        cells.add(caseNumber.map(CaseNumber::value).orElse(""));
        cells.add(row.part());
        cells.add(row.person() == null ? "" : row.person().toString());
        cells.add(row.label());
        cells.add(SpreadsheetCell.of(row.value()));
        csv.writeRecord(cells);
      }
    }
    return text.toString();
  }
}
