package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.sheet.DossierCsv;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.runtime.text.CharsetWriting;
import org.jspecify.annotations.Nullable;

/**
 * CSV copies of received dossiers for programs that read nothing else: one line per field. What the
 * charset cannot hold stands as 〓 and is listed beside the file by line, position and code.
 */
final class CsvCopies {

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
        CharsetWriting.of(
            (unicode ? BOM : "") + DossierCsv.of(List.of(dossier), caseNumber), charset);
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
}
