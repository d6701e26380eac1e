package jp.tsunagu.runtime.form;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whole numbers as JSON numbers or typed in half or full width. */
final class Numbers {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private Numbers() {}

  static Optional<Integer> read(JsonNode value) {
    if (value.isInt()) {
      return Optional.of(value.intValue());
    }
    if (!value.isString()) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(value.stringValue(), Normalizer.Form.NFKC).strip();
    return DIGITS.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
