package jp.tsunagu.stats.export;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Text as windows-31j can hold it. A character it has under another code is written so; any other
 * stands as 〓 (ゲタ), the sign of Japanese printers for a missing type; never as a question mark,
 * which reads like part of a name. The choice of a variant (異体字セレクタ) is left out, its character
 * stays.
 */
final class LegacyText {

  /** What Excel in Japan reads without being asked. */
  static final Charset CHARSET = Charset.forName("windows-31j");

  private static final String MISSING = "〓";

  /** The same sign under the code that Microsoft gave it. */
  private static final Map<Integer, Integer> SAME_SIGN =
      Map.of(
          0x301C, 0xFF5E, 0x2212, 0xFF0D, 0x2014, 0x2015, 0x2016, 0x2225, 0x00A2, 0xFFE0, 0x00A3,
          0xFFE1, 0x00AC, 0xFFE2, 0x00A5, 0xFFE5, 0x00A0, 0x0020);

  private final CharsetEncoder encoder = CHARSET.newEncoder();
  private final SortedSet<Integer> lost = new TreeSet<>();

  /** This text with nothing in it that the charset does not have. */
  String of(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.codePoints().forEach(character -> written.append(of(character)));
    return written.toString();
  }

  /** What was lost so far, such as U+20BB7; empty if nothing was. */
  String lost() {
    return String.join(" ", lost.stream().map("U+%04X"::formatted).toList());
  }

  private String of(int character) {
    String known = Character.toString(SAME_SIGN.getOrDefault(character, character));
    if (encoder.canEncode(known)) {
      return known;
    }
    lost.add(character);
    return isVariationSelector(character) ? "" : MISSING;
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
