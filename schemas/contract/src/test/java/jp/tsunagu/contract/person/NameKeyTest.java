package jp.tsunagu.contract.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "見本 花子, 見本",
    "見本 花子, 花子",
    "見本　花子, 見本花",
    "みほん はなこ, ミホン",
    "みほん はなこ, ﾐﾎﾝ ﾊ",
    "ミホン ハナコ, はな",
    "しょうじ ひろ, シヨウジ",
    "髙橋 一, 高橋",
    "髙橋 一, 一",
    "林 花, 林",
    "とても長い名前を持つ人 花子, とても長い名前を持つ人花",
    "Rossi Ａnna, rossi anna"
  })
  void a_name_is_found_by_the_beginning_of_any_of_its_words(String name, String typed) {
    NameKey key = NameKey.typed(typed).orElseThrow();
    assertThat(key.finds(name)).isTrue();
    assertThat(NameKey.indexOf(name)).contains(key.first());
  }

  @ParameterizedTest
  @CsvSource({
    "見本 花子, 本花",
    "見本 花子, 見",
    "見本 花子, 見本 太郎",
    "林田 花, 林",
    "みほん はなこ, 見本",
    "とても長い名前を持つ人 花子, とても長い名前を持つ人太"
  })
  void nothing_else_finds_it(String name, String typed) {
    assertThat(NameKey.typed(typed).orElseThrow().finds(name)).isFalse();
  }

  @Test
  void what_has_no_letters_looks_for_nobody() {
    for (String typed : List.of("", " ", "ー", "・-")) {
      assertThat(NameKey.typed(typed)).isEmpty();
    }
  }

  @Test
  void it_is_never_printed() {
    assertThat(NameKey.typed("見本").orElseThrow()).hasToString("NameKey[***]");
  }
}
