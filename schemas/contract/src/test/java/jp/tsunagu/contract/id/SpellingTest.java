package jp.tsunagu.contract.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** As a regular expression would say it, for every character at every place. */
class SpellingTest {
  private static final int BEYOND_LATIN = 0x3100;

  @Test
  void a_name_and_a_number_are_spelled_as_the_expressions_say() {
    for (int code = 0; code < BEYOND_LATIN; code++) {
      String each = Character.toString(code);
      for (String text : List.of("", each, "a" + each, each + "1", "a" + each + "1", "-" + each)) {
        assertThat(Spelling.isName(text, 2, 3))
            .as(text)
            .isEqualTo(text.matches("[a-z][a-z0-9-]{1,2}"));
        assertThat(Spelling.isLettersDigitsHyphens(text, 1, 2))
            .as(text)
            .isEqualTo(text.matches("[a-z0-9-]{1,2}"));
        assertThat(Spelling.isHex(text, 2)).as(text).isEqualTo(text.matches("[0-9a-f]{2}"));
      }
    }
  }
}
