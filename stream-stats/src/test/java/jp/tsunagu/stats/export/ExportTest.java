package jp.tsunagu.stats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.Report.Column;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final Report REPORT = report("髙田,﨑\n①", "𠮷 \"剝\"");

  @Test
  void csv_in_utf_8_begins_with_a_mark_and_quotes_what_must_be() {
    String text = new String(CsvExport.utf8(REPORT), UTF_8);
    assertThat(text)
        .startsWith("\uFEFF日付,名称,件数\r\n")
        .contains("令和8年(2026年)9月7日,\"髙田,﨑\n①\",72")
        .contains("令和元年(2019年)5月1日,\"𠮷 \"\"剝\"\"\",0.5");
  }

  @Test
  void csv_for_windows_keeps_what_windows_has_and_looks_like_utf_8_without_the_mark() {
    Report plain = report("髙田 﨑 ① ㈱ 德", "はしご高");
    assertThat(windows(plain)).isEqualTo(new String(CsvExport.utf8(plain), UTF_8).substring(1));
  }

  @Test
  void csv_for_windows_shows_where_a_character_is_lost_and_says_which() {
    assertThat(windows(REPORT))
        .contains("髙田,﨑\n①", "〓 \"\"〓\"\"")
        .endsWith(
            "\r\n※ windows-31j にない文字は〓にした(異体字の指定は省いた): U+525D U+20BB7。"
                + "元の文字は Excel か UTF-8 の形式で見られる。,,\r\n")
        .doesNotContain("?");
  }

  @Test
  void a_report_that_lacks_unreadable_records_says_so_in_its_last_row() {
    assertThat(new String(CsvExport.utf8(REPORT.without(2)), UTF_8))
        .contains("\r\n※ 不完全: 読めない記録のある案件が2件あり");
    assertThat(new String(CsvExport.utf8(REPORT.without(0)), UTF_8)).doesNotContain("不完全");
  }

  @Test
  void csv_for_windows_writes_a_sign_that_windows_knows_by_another_code() {
    assertThat(windows(report("9時\u301C17時", "\u2212 \u2014 ¥")))
        .contains("9時～17時", "－ ―")
        .doesNotContain("〓", "?", "※ windows-31j");
  }

  @Test
  void csv_for_windows_keeps_the_character_of_a_variant() {
    assertThat(windows(report("葛\uDB40\uDD00飾", "辻")))
        .contains("葛飾", "U+E0100")
        .doesNotContain("〓,", "?");
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
  void excel_merges_no_cells_hides_none_and_has_one_sheet_and_no_formulas(@TempDir Path folder)
      throws IOException {
    for (Report report : SampleReports.all()) {
      Map<String, String> parts =
          unzipped(Files.write(folder.resolve(report.name() + ".xlsx"), ExcelExport.of(report)));
      assertThat(parts.keySet())
          .filteredOn(name -> name.startsWith("xl/worksheets/sheet"))
          .containsExactly("xl/worksheets/sheet1.xml");
      assertThat(parts.get("xl/worksheets/sheet1.xml"))
          .contains("<sheetData>")
          .doesNotContain("mergeCell", "hidden=\"1\"", "hidden=\"true\"", "<f>");
    }
  }

  private static String windows(Report report) {
    try {
      byte[] bytes = CsvExport.windows31j(report);
      return WINDOWS_31J.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notWindows) {
      throw new AssertionError(notWindows);
    }
  }

  private static Map<String, String> unzipped(Path file) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          parts.put(entry.getName(), new String(part.readAllBytes(), UTF_8));
        }
      }
    }
    return parts;
  }

  private static Report report(String one, String other) {
    return new Report(
        "test",
        "試験: 件数/月",
        List.of(new Column("date", "日付"), new Column("name", "名称"), new Column("count", "件数")),
        List.of(
            List.of(LocalDate.of(2026, 9, 7), one, 72L),
            List.of(LocalDate.of(2019, 5, 1), other, 0.5)));
  }
}
