package jp.tsunagu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayFileTest {

  private static final String HEADER = "国民の祝日・休日月日,国民の祝日・休日名称\r\n";
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void a_file_is_read_in_both_encodings(Charset charset) {
    byte[] file = (HEADER + "2026/1/1,元日\r\n2026/5/6,休日\r\n").getBytes(charset);

    HolidayFile.Usable usable = usable(file);

    assertThat(usable.years()).containsOnlyKeys(Year.of(2026));
    assertThat(usable.years().get(Year.of(2026)))
        .containsEntry(LocalDate.of(2026, 1, 1), "元日")
        .containsEntry(LocalDate.of(2026, 5, 6), "休日")
        .hasSize(2);
  }

  @Test
  void a_byte_order_mark_padded_dates_quotes_and_blank_lines_do_no_harm() {
    String file = "\uFEFF" + HEADER + "\"2026/01/01\",\"元日\"\n\n2026-05-06,休日";

    assertThat(usable(file.getBytes(StandardCharsets.UTF_8)).years().get(Year.of(2026)))
        .containsOnlyKeys(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 6));
  }

  @Test
  void the_names_of_a_file_are_the_names_of_the_calendar() {
    byte[] file = (HEADER + "2027/1/1,元日\n2027/6/9,特別の日\n").getBytes(WINDOWS_31J);

    JapaneseHolidays holidays = JapaneseHolidays.calculated().replacedBy(usable(file));

    assertThat(holidays.nameOf(LocalDate.of(2027, 6, 9))).contains("特別の日");
    assertThat(holidays.isHoliday(LocalDate.of(2027, 5, 3))).isFalse();
    assertThat(holidays.isHoliday(LocalDate.of(2028, 5, 3))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026/2/30,何かの日 | 3行目: 「2026/2/30」: 2026年2月は28日までで、30日はありません → 実在する日付に直してください",
        "2026/13/1,何かの日 | 3行目: 「2026/13/1」: 13月はありません → 実在する日付に直してください",
        "令和8年2月1日,何かの日 | 3行目: 「令和8年2月1日」は日付として読めません → 「2026/1/1,元日」の形で書いてください",
        "2026/2/11 | 3行目: 列が1つあります（必要なのは2つ） → 「2026/1/1,元日」の形で書いてください",
        "2026/2/11,建国記念の日, | 3行目: 列が3つあります（必要なのは2つ） → 「2026/1/1,元日」の形で書いてください",
        "2026/2/11, | 3行目: 名称が空です → 「2026/1/1,元日」の形で書いてください",
        "2026/1/1,元日 | 3行目: 2026-01-01 は2行目にもあります → どちらかの行を消してください"
      })
  void a_wrong_row_is_named_with_its_line_and_the_fix(String row, String message) {
    faults(HEADER + "2026/1/1,元日\n" + row + "\n").containsExactly(message);
  }

  @Test
  void every_fault_is_told_at_once() {
    faults(HEADER + "2026/1/1,元日\nabc,日\n2026/4/31,日\n")
        .satisfiesExactly(
            first -> assertThat(first).startsWith("3行目"),
            second -> assertThat(second).startsWith("4行目"));
  }

  @Test
  void a_year_without_new_years_day_is_taken_for_incomplete() {
    faults(HEADER + "2026/1/1,元日\n2027/6/9,市の記念日\n")
        .containsExactly(
            "3行目: 2027年に元日がありません（書いた年は計算した祝日をすべて置き換えます）" + " → 2027年の祝日・休日を元日からすべて書いてください");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026/1/1,元日\n", "date,name\n2026/1/1,元日\n"})
  void a_missing_header_is_told(String file) {
    faults(file).containsExactly("1行目: 見出し行がありません → 1行目に「国民の祝日・休日月日,国民の祝日・休日名称」と書いてください");
  }

  @Test
  void a_file_of_a_header_alone_is_told() {
    faults(HEADER).singleElement().asString().startsWith("1行目: 祝日が1日もありません");
  }

  @Test
  void an_unknown_encoding_is_told() {
    byte[] neither = {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD, 0x00};

    assertThat(HolidayFile.read(neither))
        .asInstanceOf(type(HolidayFile.Unusable.class))
        .extracting(unusable -> unusable.faults().getFirst().problem())
        .isEqualTo("文字コードが UTF-8 でも windows-31j でもありません");
  }

  private static HolidayFile.Usable usable(byte[] file) {
    HolidayFile result = HolidayFile.read(file);
    assertThat(result).isInstanceOf(HolidayFile.Usable.class);
    return (HolidayFile.Usable) result;
  }

  private static ListAssert<String> faults(String file) {
    List<String> messages =
        switch (HolidayFile.read(file.getBytes(StandardCharsets.UTF_8))) {
          case HolidayFile.Usable _ -> List.of();
          case HolidayFile.Unusable(List<HolidayFile.Fault> faults) ->
              faults.stream().map(HolidayFile.Fault::message).toList();
        };
    return assertThat(messages);
  }
}
