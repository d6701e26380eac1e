package jp.tsunagu.runtime.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.tsunagu.contract.form.Kind.Holds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoiltTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"見本\uE000", "見〓", "見?", "見\u202Eは", "見\u200B本", "見\u0007"})
  void no_name_has_such_a_character(String text) {
    assertThat(Texts.objectionTo(text, Holds.NAME)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷田 花子", "葛\uDB40\uDD00城", "髙﨑①", "結市東町4-2\nコーポ見本"})
  void names_and_addresses_as_people_have_them_are_taken(String text) {
    assertThat(Texts.objectionTo(text, Holds.NAME)).isEmpty();
    assertThat(Texts.objectionTo(text, 100)).isEmpty();
  }

  @Test
  void a_character_of_one_machine_is_one_in_windows_31j_too() {
    byte[] cell = {(byte) 0xF0, 0x40};
    String text = new String(cell, Charset.forName("windows-31j"));
    assertThat(Texts.objectionTo(text, Holds.NAME)).isPresent();
  }

  @Test
  void half_of_a_character_is_no_text_anywhere() {
    assertThat(Texts.objectionTo("見本\uD842", 100)).isPresent();
    assertThat(Texts.objectionTo("\uDFB7見本", 100)).isPresent();
    assertThat(Texts.objectionTo("𠮷", 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.20E+08", "420001101", "=\"0420001101\"", "９０１２３４５６７８"})
  void what_a_spreadsheet_made_of_it_is_no_telephone_number(String text) {
    assertThat(Texts.objectionTo(text, Holds.TELEPHONE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "042-000-1101",
        "0420001101",
        "09012345678",
        "+81 42 000 1101",
        "なし",
        "110",
        "内線1234"
      })
  void telephone_numbers_as_people_write_them_are_taken(String text) {
    assertThat(Texts.objectionTo(text, Holds.TELEPHONE)).isEmpty();
  }

  @Test
  void columns_that_are_empty_behind_the_last_are_none() {
    byte[] file = "氏名,ふりがな,,\n見本,みほん,,\n".getBytes(StandardCharsets.UTF_8);
    assertThat(CsvTable.read(file))
        .isInstanceOfSatisfying(
            CsvTable.Readable.class,
            table -> {
              assertThat(table.headings().headings()).containsExactly("氏名", "ふりがな");
              assertThat(table.rows().getFirst().cells()).containsExactly("見本", "みほん");
            });
    assertThat(CsvTable.read("氏名\n見本,余り\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CsvTable.Unreadable.class);
  }

  @Test
  void sixteen_bits_and_overlong_forms_are_no_text() {
    assertThat(CharsetReading.of("氏名\n見本\n".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(CharsetReading.Unreadable.class);
    assertThat(CharsetReading.of("a,b\n".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(CharsetReading.Unreadable.class);
    byte[] overlong = {'a', (byte) 0xC0, (byte) 0xAF, '\n'};
    assertThat(CharsetReading.of(overlong)).isInstanceOf(CharsetReading.Unreadable.class);
    assertThat(CharsetReading.of("氏名,ﾀｶ\n".getBytes(Charset.forName("windows-31j"))))
        .isInstanceOf(CharsetReading.Text.class);
    assertThat(JsonForm.read("{\"a\": 1}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(JsonForm.Malformed.class);
    byte[] inJson = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
    assertThat(JsonForm.read(inJson)).isInstanceOf(JsonForm.Malformed.class);
    assertThat(JsonForm.read("\uFEFF{\"a\": \"見\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonForm.Readable.class);
  }
}
