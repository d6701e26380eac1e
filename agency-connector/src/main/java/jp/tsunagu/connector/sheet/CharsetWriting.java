package jp.tsunagu.connector.sheet;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Text written in a charset that may not hold all of it: what it cannot hold stands as 〓 and is
 * listed.
 *
 * @param content the bytes
 * @param lost what could not be held, in order
 */
public record CharsetWriting(byte[] content, List<Lost> lost) {

  private static final String GETA = "〓";

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
    for (int codePoint : text.codePoints().toArray()) {
      if (encoder.canEncode(Character.toString(codePoint))) {
        kept.appendCodePoint(codePoint);
      } else {
        kept.append(GETA);
        lost.add(new Lost(line, position, String.format("U+%04X", codePoint)));
      }
      boolean lineEnds = codePoint == '\n';
      line += lineEnds ? 1 : 0;
      position = lineEnds ? 1 : position + 1;
    }
    return new CharsetWriting(kept.toString().getBytes(charset), lost);
  }

  @Override
  public String toString() {
    return "CharsetWriting[" + content.length + " bytes, " + lost.size() + " lost]";
  }
}
