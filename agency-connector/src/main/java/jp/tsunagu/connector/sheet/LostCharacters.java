package jp.tsunagu.connector.sheet;

import java.util.regex.Pattern;
import jp.tsunagu.connector.form.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Notices characters that an export could not hold: {@code 〓} and {@code ?} stand in no name,
 * reading or address, so the real character is lost and a wrong name must not travel.
 */
final class LostCharacters {

  private static final Pattern LOST = Pattern.compile("[〓?\uFF1F\uFFFD]");

  private LostCharacters() {}

  static @Nullable String check(Fields row, PersonField field, @Nullable String text) {
    if (text != null && LOST.matcher(text).find()) {
      row.problem(
          field.id(),
          "書き出すときに失われた文字(〓 や ?)があります。",
          "UTF-8 で書き出し直すか、JSON で送ってください。元の文字が分からないときは、ふりがなだけにしてください。");
    }
    return text;
  }
}
