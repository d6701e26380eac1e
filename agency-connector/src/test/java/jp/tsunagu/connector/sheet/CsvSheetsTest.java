package jp.tsunagu.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.form.CharsetReading;
import jp.tsunagu.runtime.form.CsvProblem;
import jp.tsunagu.runtime.text.CharsetWriting;
import org.junit.jupiter.api.Test;

class CsvSheetsTest {

  private static final String HEAD = "シート番号,区分,分野,圏域,緊急度,送付,紹介先,世帯員,氏名,ふりがな,生年月日,根拠,続柄,年齢";
  private static final String TWO_SHEETS =
      HEAD
          + "\r\n1,本人,高齢・介護/その他,東部,通常,はい,shakyo,1,髙﨑 トミ,タカサキ トミ,昭和19年2月11日,本人の同意,,"
          + "\r\n1,世帯,,,,,,1,,,,本人の同意,長男,54"
          + "\r\n2,本人,困窮,東部,緊急,はい,,1,仁科 義男,にしな,S43.10.5,支援会議,,\r\n";

  private final CsvSheets csv = new CsvSheets(Sheets.reader());

  @Test
  void several_sheets_of_a_file_are_read_in_each_usual_charset() {
    for (byte[] content :
        List.of(
            TWO_SHEETS.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + TWO_SHEETS).getBytes(StandardCharsets.UTF_8),
            TWO_SHEETS.getBytes(Charset.forName("windows-31j")))) {
      CsvReading.Usable read = (CsvReading.Usable) csv.read(content);

      assertThat(read.sheets())
          .extracting(CsvReading.NumberedSheet::number)
          .containsExactly("1", "2");
      TsunaguSheet first = read.sheets().getFirst().sheet();
      assertThat(first.consultation().reception().fields())
          .contains(Field.ELDERLY_CARE, Field.OTHER);
      assertThat(first.dossier().persons().getFirst().values().value())
          .containsEntry(PersonField.NAME, "髙﨑 トミ");
      assertThat(first.dossier().household()).isNotNull();
      assertThat(read.sheets().getLast().sheet().referral()).isNotNull();
    }
  }

  @Test
  void every_wrong_cell_is_named_by_line_and_heading() {
    List<CsvProblem> problems =
        problems(
            HEAD
                + "\n1,本人,水産,東部,通常,はい,midori-fudosan,1,あ,い,昭和65年2月11日,,,"
                + "\n2,世帯,困窮,北部,通常,,,,名前,,,,長男,五十\n");

    assertThat(problems)
        .extracting(problem -> problem.line() + " " + problem.column())
        .contains("2 分野", "2 紹介先", "2 生年月日", "2 根拠", "3 圏域", "3 氏名", "3 年齢");
    assertThat(problems).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
  }

  @Test
  void a_byte_that_fits_no_charset_is_named_by_line() {
    byte[] content = TWO_SHEETS.getBytes(Charset.forName("windows-31j"));
    content[content.length - 3] = (byte) 0xFD;

    CsvReading.Unusable read = (CsvReading.Unusable) csv.read(content);

    assertThat(read.problems()).singleElement().extracting(CsvProblem::line).isEqualTo(4L);
  }

  @Test
  void a_name_that_the_export_could_not_hold_is_refused_not_guessed() {
    for (String lost : List.of("〓田", "?田")) {
      byte[] content = TWO_SHEETS.replace("髙﨑 トミ", lost).getBytes(Charset.forName("windows-31j"));

      CsvReading.Unusable read = (CsvReading.Unusable) csv.read(content);

      assertThat(read.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.line()).isEqualTo(2);
                assertThat(problem.column()).isEqualTo("氏名");
                assertThat(problem.fix()).contains("UTF-8");
              });
    }
  }

  @Test
  void households_are_never_mixed_for_want_of_a_number() {
    assertThat(problems(TWO_SHEETS.replace("\r\n2,本人", "\r\n,本人")))
        .extracting(problem -> problem.line() + " " + problem.column())
        .containsExactly("4 シート番号");
  }

  @Test
  void a_sheet_that_contradicts_itself_is_refused() {
    assertThat(problems(TWO_SHEETS.replace("\r\n1,世帯,,", "\r\n1,世帯,困窮,")))
        .extracting(problem -> problem.line() + " " + problem.column())
        .containsExactly("3 分野");
  }

  @Test
  void broken_files_are_told_not_thrown() {
    assertThat(problems("")).isNotEmpty();
    assertThat(problems(HEAD + "\n")).isNotEmpty();
    assertThat(problems("a,b\n1,2\n")).isNotEmpty();
    assertThat(problems(HEAD + "\n1,本人,\"困窮,東部\n")).isNotEmpty();
    assertThat(problems(TWO_SHEETS.replace("54\r\n", "54,余分\r\n"))).isNotEmpty();
  }

  @Test
  void what_windows_31j_cannot_hold_is_written_as_geta_and_listed_by_code() {
    CharsetWriting written = CharsetWriting.of("氏名\n𠮷田 塡\n", CharsetReading.WINDOWS_31J);

    assertThat(new String(written.content(), CharsetReading.WINDOWS_31J)).isEqualTo("氏名\n〓田 〓\n");
    assertThat(written.lost())
        .containsExactly(
            new CharsetWriting.Lost(2, 1, "U+20BB7"), new CharsetWriting.Lost(2, 4, "U+5861"));
    assertThat(CharsetWriting.of("髙﨑①", CharsetReading.WINDOWS_31J).lost()).isEmpty();
  }

  private List<CsvProblem> problems(String text) {
    return switch (csv.read(text.getBytes(StandardCharsets.UTF_8))) {
      case CsvReading.Unusable(var problems) -> problems;
      case CsvReading.Usable _ -> throw new AssertionError("no problem found");
    };
  }
}
