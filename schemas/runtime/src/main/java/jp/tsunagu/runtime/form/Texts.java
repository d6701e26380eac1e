package jp.tsunagu.runtime.form;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What can be said against a text, whatever field it stands in. */
final class Texts {

  private static final String NOTHING = "\u0000";
  private static final String LOST = "\uFFFD";

  private Texts() {}

  /** What is wrong and what to do. */
  record Objection(String problem, String fix) {}

  static Optional<Objection> objectionTo(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of(new Objection("長すぎます。", longest + "文字までにしてください。"));
    }
    return text.contains(NOTHING) || text.contains(LOST)
        ? Optional.of(new Objection("読めない文字が含まれています。", "文字コードを確かめて、書き直してください。"))
        : Optional.empty();
  }

  /** Whether a field was left empty. */
  static boolean isBlank(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isString() && value.stringValue().isBlank())
        || (value.isArray() && value.isEmpty());
  }
}
