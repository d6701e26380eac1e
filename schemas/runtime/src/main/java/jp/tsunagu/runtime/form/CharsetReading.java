package jp.tsunagu.runtime.form;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What reading bytes as text gave: UTF-8 with or without BOM, else windows-31j. */
public sealed interface CharsetReading {

  /** What Excel writes on a Japanese Windows; unlike Shift_JIS it holds 髙, 﨑 and ①. */
  Charset WINDOWS_31J = Charset.forName("windows-31j");

  /** The text, without BOM. */
  record Text(String text, Charset charset) implements CharsetReading {
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters, " + charset + "]";
    }
  }

  /**
   * Neither.
   *
   * @param line of the first byte that fits nothing, from 1
   * @param position of that byte in its line, from 1
   */
  record Unreadable(int line, int position) implements CharsetReading {}

  /** Reads the bytes; a byte that fits no charset is named, never replaced. */
  static CharsetReading of(byte[] content) {
    boolean marked =
        content.length >= 3
            && content[0] == (byte) 0xEF
            && content[1] == (byte) 0xBB
            && content[2] == (byte) 0xBF;
    byte[] body = marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    CharsetReading unicode = read(body, StandardCharsets.UTF_8);
    if (isSixteenBits(content)) {
      return new Unreadable(1, 1);
    }
    return marked || unicode instanceof Text || isShapedAsUnicode(body)
        ? unicode
        : read(body, WINDOWS_31J);
  }

  /** UTF-16 by its mark, or by the zeros every second byte of it is: no other charset has them. */
  private static boolean isSixteenBits(byte[] content) {
    for (byte each : content) {
      if (each == 0) {
        return true;
      }
    }
    return content.length >= 2
        && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
            || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
  }

  /**
   * Whether every byte has its place as in UTF-8, though not all characters are allowed there
   * (overlong forms, halves of characters): it is no windows-31j, and nobody writes it by mistake.
   */
  private static boolean isShapedAsUnicode(byte[] content) {
    int at = 0;
    while (at < content.length) {
      int length = lengthAfter(content[at] & 0xFF);
      if (length == 0 || at + length > content.length) {
        return false;
      }
      for (int next = at + 1; next < at + length; next++) {
        if ((content[next] & 0xC0) != 0x80) {
          return false;
        }
      }
      at += length;
    }
    return true;
  }

  /** How long a character is that begins so; 0 where none does. */
  private static int lengthAfter(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC0 || first > 0xF7) {
      return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private static CharsetReading read(byte[] content, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(content.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return placeOf(content, in.position());
    }
    decoder.flush(out);
    return new Text(out.flip().toString(), charset);
  }

  private static Unreadable placeOf(byte[] content, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (content[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Unreadable(line, offset - lineStart + 1);
  }
}
