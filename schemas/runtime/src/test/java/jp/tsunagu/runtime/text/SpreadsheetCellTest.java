package jp.tsunagu.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+81-42-000-1101",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "＝1+1",
        "=HYPERLINK(\"x\")"
      })
  void what_begins_like_a_formula_is_text(String text) {
    assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "-5", "-0.5", "12", "見本 花子", "1=1", "042-000-1101"})
  void everything_else_stays_as_it_is(String text) {
    assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
  }
}
