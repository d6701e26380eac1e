package jp.tsunagu.connector.sheet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.runtime.secret.KeyedHash;
import org.jspecify.annotations.Nullable;

/**
 * 照合符号: HMAC-SHA256 of a person's normalised reading and birth date under a secret of the network,
 * by which the desk alone notices that two agencies may know the same person. It can be enumerated
 * by whoever holds the secret, so it travels sealed to the desk and stands in no ledger.
 */
public final class SubjectTokens {

  /** A mark of length is written with every kind of line, or not at all. */
  private static final Pattern NOISE =
      Pattern.compile("[\\s\\p{Z}・.,、。’'ー\u2010-\u2015\u2212\uFF0D\u30FC-]+");

  private static final String VARIANTS = "ァィゥェォッャュョヮヵヶヂヅヰヱヲ";
  private static final String KEYS = "アイウエオツヤユヨワカケジズイエオ";

  private final @Nullable Sensitive<String> secret;

  /**
   * Tokens under this secret.
   *
   * @param secret the same in every connector of the network; none means no tokens are made
   */
  public SubjectTokens(@Nullable Sensitive<String> secret) {
    this.secret = secret;
  }

  /** The token (64 hexadecimal digits) of a person whose reading and birth date are known. */
  public Optional<String> of(PersonForm person) {
    Map<PersonField, String> values = person.values().value();
    String kana = values.get(PersonField.KANA);
    String birthDate = values.get(PersonField.BIRTH_DATE);
    return secret == null || kana == null || birthDate == null
        ? Optional.empty()
        : Optional.of(token(secret, normalised(kana) + "\n" + birthDate));
  }

  /**
   * Large katakana without blanks and marks, as old systems keep readings: しょうじ and ｼﾖｳｼﾞ, はっとり and
   * ハツトリ, こうづ and コウズ, ー and － give one key. Used as match key only, never shown or stored as a
   * name.
   */
  static String normalised(String kana) {
    String plain = NOISE.matcher(Normalizer.normalize(kana, Normalizer.Form.NFKC)).replaceAll("");
    return plain
        .codePoints()
        .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
        .map(
            letter -> VARIANTS.indexOf(letter) < 0 ? letter : KEYS.charAt(VARIANTS.indexOf(letter)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String token(Sensitive<String> secret, String subject) {
    byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(KeyedHash.of(key, subject));
  }
}
