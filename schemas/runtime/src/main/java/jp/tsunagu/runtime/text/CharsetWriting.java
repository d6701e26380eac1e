package jp.tsunagu.runtime.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text written in a charset that may not hold all of it. A sign that Microsoft gave another code is
 * written under that one (〜, −, ‖, —); a kana with a mark of its own (as macOS names files) becomes
 * one letter; the choice of a variant (異体字セレクタ) is left out, its character stays. Anything else
 * stands as 〓 (ゲタ), the sign of Japanese printers for a missing type; never as a question mark,
 * which reads like part of a name.
 *
 * @param content the bytes
 * @param lost what could not be held, in order
 */
public record CharsetWriting(byte[] content, List<Lost> lost) {

  private static final String GETA = "〓";

  /** windows-31j has it under another code. */
  private static final char WAVE_DASH = 0x301C;

  /** The same sign under the code that Microsoft gave it. */
  private static final Map<Integer, Integer> TWINS =
      Map.ofEntries(
          Map.entry(0x301C, 0xFF5E),
          Map.entry(0x2212, 0xFF0D),
          Map.entry(0x2014, 0x2015),
          Map.entry(0x2016, 0x2225),
          Map.entry(0x00A2, 0xFFE0),
          Map.entry(0x00A3, 0xFFE1),
          Map.entry(0x00AC, 0xFFE2),
          Map.entry(0x00A5, 0xFFE5),
          Map.entry(0x00A0, 0x0020),
          Map.entry(0x3099, 0x309B),
          Map.entry(0x309A, 0x309C));

  /** Not the whole text: composing would also change 神 and others that the charset holds. */
  private static final Pattern KANA_AND_MARK = Pattern.compile("[\u3040-\u30FF][\u3099\u309A]");

  public CharsetWriting {
    lost = List.copyOf(lost);
  }

  /**
   * A character that was lost; told by its code, so that the list itself holds no name.
   *
   * @param line from 1
   * @param position of the character in its line, from 1
   * @param code such as {@code U+20BB7}
   */
  public record Lost(int line, int position, String code) {}

  /** Writes the text. */
  public static CharsetWriting of(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder kept = new StringBuilder(text.length());
    List<Lost> lost = new ArrayList<>();
    int line = 1;
    int position = 1;
    for (int codePoint :
        (encoder.canEncode(WAVE_DASH) ? text : composed(text)).codePoints().toArray()) {
      String written = held(codePoint, encoder);
      if (written == null) {
        kept.append(isVariationSelector(codePoint) ? "" : GETA);
        lost.add(new Lost(line, position, String.format("U+%04X", codePoint)));
      } else {
        kept.append(written);
      }
      boolean lineEnds = codePoint == '\n';
      line += lineEnds ? 1 : 0;
      position = lineEnds ? 1 : position + 1;
    }
    return new CharsetWriting(kept.toString().getBytes(charset), lost);
  }

  /** The codes of what was lost, each once, in their order. */
  public List<String> lostCodes() {
    return lost.stream()
        .map(Lost::code)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static String composed(String text) {
    return KANA_AND_MARK
        .matcher(text)
        .replaceAll(
            (MatchResult found) -> Normalizer.normalize(found.group(), Normalizer.Form.NFC));
  }

  private static @Nullable String held(int codePoint, CharsetEncoder encoder) {
    boolean isUnicode = encoder.canEncode(WAVE_DASH);
    int known = isUnicode ? codePoint : TWINS.getOrDefault(codePoint, codePoint);
    String written = Character.toString(known);
    return encoder.canEncode(written) ? written : null;
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  @Override
  public String toString() {
    return "CharsetWriting[" + content.length + " bytes, " + lost.size() + " lost]";
  }
}
