package jp.tsunagu.stats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.Report.Column;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final Report REPORT =
      new Report(
          "test",
          "試験: 件数/月",
          List.of(new Column("date", "日付"), new Column("name", "名称"), new Column("count", "件数")),
          List.of(
              List.of(LocalDate.of(2026, 9, 7), "髙田,﨑\n①", 72L),
              List.of(LocalDate.of(2019, 5, 1), "𠮷 \"剝\"", 0.5)));

  @Test
  void csv_in_utf_8_begins_with_a_mark_and_quotes_what_must_be() {
    String text = new String(CsvExport.utf8(REPORT), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\uFEFF日付,名称,件数\r\n")
        .contains("令和8年(2026年)9月7日,\"髙田,﨑\n①\",72")
        .contains("令和元年(2019年)5月1日,\"𠮷 \"\"剝\"\"\",0.5");
  }

  @Test
  void csv_for_windows_shows_where_a_character_is_lost() {
    String text = new String(CsvExport.windows31j(REPORT), CsvExport.WINDOWS_31J);
    assertThat(text).contains("髙田,﨑\n①").contains("〓 \"\"〓\"\"").doesNotContain("?");
  }

  @Test
  void excel_has_one_value_a_cell_and_numbers_that_are_numbers() throws IOException {
    byte[] file = ExcelExport.of(REPORT);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Row> all = rows.toList();
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("試験  件数 月");
      assertThat(all.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
      assertThat(all.get(1).getCellText(0)).isEqualTo("令和8年(2026年)9月7日");
      assertThat(all.get(2).getCellText(1)).isEqualTo("𠮷 \"剝\"");
    }
  }

  @Test
  void libreoffice_reads_the_same_figures(@TempDir Path folder) throws Exception {
    Optional<Path> office =
        Stream.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(office.isPresent(), "LibreOffice is not installed: the export was not opened in it");
    Path excel = Files.write(folder.resolve("report.xlsx"), ExcelExport.of(REPORT));
    Process process =
        new ProcessBuilder(
                office.orElseThrow().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76",
                "--outdir",
                folder.toString(),
                excel.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(folder.resolve("report.csv"))).contains("日付", "髙田", "72", "0.5");
  }
}
