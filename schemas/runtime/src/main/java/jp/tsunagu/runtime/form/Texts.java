package jp.tsunagu.runtime.form;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.contract.form.Kind;
import tools.jackson.databind.JsonNode;

/** What can be said against a text, whatever field it stands in. */
final class Texts {

  /** No text anywhere: nothing, the sign of a loss, and half of a character. */
  private static final Pattern UNREADABLE = Pattern.compile("[\u0000\uFFFD\\p{Cs}]");

  /**
   * What cannot be part of a name, reading or address: what another program lost (〓, ?), a
   * character that only one machine knows (外字, private use), and signs that are not seen.
   */
  private static final Pattern NOT_IN_A_NAME =
      Pattern.compile("[〓?\uFF1F\\p{Co}\\p{Cc}\\p{Cf}&&[^\t\r\n]]");

  private static final Pattern WITH_EXPONENT = Pattern.compile("[0-9.]+E[+-]?[0-9]+");
  private static final Pattern WITHOUT_ITS_ZERO = Pattern.compile("[1-9][0-9]{8,9}");

  private Texts() {}

  /** What is wrong and what to do. */
  record Objection(String problem, String fix) {}

  static Optional<Objection> objectionTo(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of(new Objection("長すぎます。", longest + "文字までにしてください。"));
    }
    return UNREADABLE.matcher(text).find()
        ? Optional.of(new Objection("読めない文字が含まれています。", "文字コードを確かめて、書き直してください。"))
        : Optional.empty();
  }

  /** What a text cannot be for what it holds. */
  static Optional<Objection> objectionTo(String text, Kind.Holds holds) {
    return switch (holds) {
      case WORDS -> Optional.empty();
      case NAME ->
          NOT_IN_A_NAME.matcher(text).find()
              ? Optional.of(
                  new Objection(
                      "名前に使えない文字(〓、?、外字、見えない文字)があります。",
                      "UTF-8 で書き出し直すか、JSON で送ってください。元の文字が分からないときは、ふりがなだけにしてください。"))
              : Optional.empty();
      case TELEPHONE ->
          isSpoilt(Normalizer.normalize(text, Normalizer.Form.NFKC))
              ? Optional.of(
                  new Objection(
                      "表計算ソフトが電話番号を数や式に変えています。", "列を文字列にして、042-000-1101 のようにハイフンを入れて書き直してください。"))
              : Optional.empty();
    };
  }

  /** As a spreadsheet leaves it: 4.20E+08, without the first zero, or a formula. */
  private static boolean isSpoilt(String telephone) {
    return telephone.startsWith("=")
        || WITH_EXPONENT.matcher(telephone).matches()
        || WITHOUT_ITS_ZERO.matcher(telephone).matches();
  }

  /** Whether a field was left empty. */
  static boolean isBlank(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isString() && value.stringValue().isBlank())
        || (value.isArray() && value.isEmpty());
  }
}
