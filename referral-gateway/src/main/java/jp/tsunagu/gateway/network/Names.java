package jp.tsunagu.gateway.network;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The forms of ids and codes that a person writes into the file. */
final class Names {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private Names() {}

  static Optional<String> id(YamlValue value, Predicate<String> valid) {
    return value
        .text()
        .flatMap(
            text ->
                valid.test(text)
                    ? Optional.of(text)
                    : value.fault(
                        "'" + text + "' はIDとして使えません。", "英小文字で始まる2〜40字の英小文字・数字・ハイフンにしてください。"));
  }

  static Optional<String> code(YamlValue value) {
    return value
        .text()
        .flatMap(
            text ->
                CODE.matcher(text).matches()
                    ? Optional.of(text)
                    : value.fault(
                        "'" + text + "' はコードとして使えません。", "英大文字で始まる2〜40字の英大文字・数字・下線にしてください。"));
  }
}
