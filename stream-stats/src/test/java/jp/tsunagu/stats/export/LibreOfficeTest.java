package jp.tsunagu.stats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.runtime.form.CharsetReading;
import jp.tsunagu.stats.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the city's staff see when they open an export: every cell of every report. */
class LibreOfficeTest {

  private static final List<Report> REPORTS = SampleReports.all();
  private LibreOffice office;

  @BeforeEach
  void find() throws IOException {
    Optional<Path> program = LibreOffice.installed();
    assumeTrue(
        program.isPresent(),
        "SKIPPED: LIBREOFFICE IS NOT INSTALLED, SO THE EXPORTS WERE NOT OPENED IN IT"
            + " (Debian: apt-get install libreoffice-calc-nogui)");
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "office-");
    office = new LibreOffice(program.orElseThrow(), folder.toAbsolutePath());
  }

  @Test
  void excel_shows_the_figures_and_headings_of_the_csv_in_the_same_cells() throws Exception {
    List<Path> files = write("xlsx", ExcelExport::of);
    office.open(files, Optional.empty());
    for (int i = 0; i < REPORTS.size(); i++) {
      assertThat(office.cells(files.get(i)))
          .as(REPORTS.get(i).name())
          .isEqualTo(rows(new String(CsvExport.utf8(REPORTS.get(i)), UTF_8)));
    }
    assertThat(Files.readString(files.getFirst().resolveSibling("seen/flow.csv")))
        .contains("令和8年(2026年)9月9日");
  }

  @Test
  void csv_in_utf_8_shows_every_name_and_figure() throws Exception {
    List<Path> files = write("csv", CsvExport::utf8);
    office.open(files, Optional.of(LibreOffice.CSV_UTF_8));
    for (int i = 0; i < REPORTS.size(); i++) {
      assertThat(office.cells(files.get(i)))
          .as(REPORTS.get(i).name())
          .isEqualTo(rows(new String(CsvExport.utf8(REPORTS.get(i)), UTF_8)));
    }
  }

  @Test
  void csv_in_windows_31j_shows_every_figure_and_the_note_on_what_is_lost() throws Exception {
    List<Path> files = write("csv", CsvExport::windows31j);
    office.open(files, Optional.of(LibreOffice.CSV_WINDOWS_31J));
    for (int i = 0; i < REPORTS.size(); i++) {
      byte[] written = CsvExport.windows31j(REPORTS.get(i));
      assertThat(office.cells(files.get(i)))
          .as(REPORTS.get(i).name())
          .isEqualTo(rows(new String(written, CharsetReading.WINDOWS_31J)));
    }
    assertThat(Files.readString(files.getFirst().resolveSibling("seen/caseload.csv")))
        .contains("髙松町", "〓田", "U+20BB7");
  }

  private List<Path> write(String ending, Function<Report, byte[]> export) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Report report : REPORTS) {
      Path file = office.folder().resolve(report.name() + "." + ending);
      files.add(Files.write(file, export.apply(report)));
    }
    return files;
  }

  private static List<List<String>> rows(String csv) throws IOException {
    String plain = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(plain)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    }
  }
}
