package jp.tsunagu.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetWritingTest {

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  @Test
  void signs_that_stand_under_another_code_are_written_and_nothing_is_lost() {
    assertThat(written("〜−‖—")).isEqualTo("～－∥―");
    assertThat(CharsetWriting.of("〜−‖—", WINDOWS_31J).lost()).isEmpty();
  }

  @Test
  void a_kana_with_its_own_mark_becomes_one_letter_and_other_letters_stay() {
    assertThat(written("か\u3099ぎ ハ\u309A 神\uFA19")).isEqualTo("がぎ パ 神\uFA19");
  }

  @Test
  void a_selector_is_left_out_and_listed_and_what_is_missing_is_a_geta() {
    CharsetWriting written = CharsetWriting.of("葛\uDB40\uDD00城 𠮷", WINDOWS_31J);
    assertThat(new String(written.content(), WINDOWS_31J)).isEqualTo("葛城 〓");
    assertThat(written.lostCodes()).containsExactly("U+20BB7", "U+E0100");
  }

  @Test
  void where_everything_can_be_held_nothing_changes() {
    String text = "〜−か\u3099𠮷";
    assertThat(
            new String(
                CharsetWriting.of(text, StandardCharsets.UTF_8).content(), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  private static String written(String text) {
    return new String(CharsetWriting.of(text, WINDOWS_31J).content(), WINDOWS_31J);
  }
}
