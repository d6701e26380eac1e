package jp.tsunagu.contract.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.person.Identity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

  private static final PersonRef ONE = new PersonRef(1);
  private static final Mentions MENTIONS =
      Mentions.of(
          List.of(
              new Identity(ONE, Kind.NAME, "渡邉 修"),
              new Identity(ONE, Kind.READING, "わたなべ おさむ"),
              new Identity(ONE, Kind.TELEPHONE, "042-000-1101"),
              new Identity(ONE, Kind.ADDRESS, "結市東町四丁目2番7号")));
  private static final String PROSE = "訪問してよい時間を教えてください。膝が痛む。";

  @ParameterizedTest
  @CsvSource({
    "渡邉さんに電話してください, NAME",
    "渡 辺　修 の件, NAME",
    "渡邊宅を訪ねた, NAME",
    "修さんが出た, NAME",
    "ワタナベ様, READING",
    "ﾜﾀﾅﾍﾞです, READING",
    "おさむくん, READING",
    "ｵｻﾑ, READING",
    "TEL０４２（０００）１１０１, TELEPHONE",
    "000-1101へ, TELEPHONE",
    "+81 42-000-1101, TELEPHONE",
    "東町4-2-7に住む, ADDRESS",
    "東町４丁目２の７, ADDRESS",
    "結市 東町 四丁目二番七号, ADDRESS"
  })
  void what_tells_who_somebody_is_is_found_however_it_is_written(String text, Kind kind) {
    assertThat(MENTIONS.in(text)).map(Identity::kind).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"同行訪問をお願いします", "家の修理が要る", "東町の別の家", "東町4-2-70", "2026-11-26 までに", "042-000-2202"})
  void what_tells_nothing_is_not(String text) {
    assertThat(MENTIONS.in(text)).isEmpty();
  }

  @Test
  void any_reading_is_found_in_any_width_and_kana_anywhere_in_a_text() {
    Random random = new Random(20261126);
    for (int i = 0; i < 500; i++) {
      String family = kana(random);
      String given = kana(random);
      Mentions mentions =
          Mentions.of(List.of(new Identity(ONE, Kind.READING, family + " " + given)));
      String written = dressed(random.nextBoolean() ? family : family + "・" + given, random);
      int cut = random.nextInt(PROSE.length());
      String text = PROSE.substring(0, cut) + written + PROSE.substring(cut);
      assertThat(mentions.in(text)).as(text).isPresent();
    }
  }

  @Test
  void any_telephone_is_found_in_any_width_and_with_any_hyphens() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      String number =
          "0%d-%03d-%04d"
              .formatted(40 + random.nextInt(50), random.nextInt(1000), random.nextInt(10_000));
      Mentions mentions = Mentions.of(List.of(new Identity(ONE, Kind.TELEPHONE, number)));
      String written = number.replace("-", List.of("", "－", "‐", " ", "ー").get(random.nextInt(5)));
      assertThat(mentions.in(PROSE + wide(written, random) + PROSE)).as(written).isPresent();
      assertThat(mentions.in(PROSE)).isEmpty();
    }
  }

  private static String kana(Random random) {
    return random
        .ints(3 + random.nextInt(3), 'か', 'ぢ')
        .mapToObj(letter -> Character.toString((char) letter))
        .collect(Collectors.joining());
  }

  private static String dressed(String kana, Random random) {
    List<UnaryOperator<String>> ways =
        List.of(
            text -> text,
            MentionsTest::katakana,
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> Normalizer.normalize(katakana(text), Normalizer.Form.NFD),
            text -> String.join(" ", text.split("")));
    return ways.get(random.nextInt(ways.size())).apply(kana);
  }

  private static String katakana(String hiragana) {
    return hiragana
        .chars()
        .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
        .mapToObj(letter -> Character.toString((char) letter))
        .collect(Collectors.joining());
  }

  private static String wide(String text, Random random) {
    return text.chars()
        .map(
            letter ->
                letter >= '0' && letter <= '9' && random.nextBoolean()
                    ? letter + ('０' - '0')
                    : letter)
        .mapToObj(letter -> Character.toString((char) letter))
        .collect(Collectors.joining());
  }
}
