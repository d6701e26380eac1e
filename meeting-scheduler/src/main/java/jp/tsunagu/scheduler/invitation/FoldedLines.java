package jp.tsunagu.scheduler.invitation;

import java.nio.charset.StandardCharsets;

/** Folds long lines at 75 octets of UTF-8 and never inside a character (RFC 5545, 3.1). */
final class FoldedLines {

  private static final int LONGEST = 75;
  private static final String END = "\r\n";

  private FoldedLines() {}

  /** Lines end in CR LF, and so does the text. */
  static String fold(String text) {
    var folded = new StringBuilder(text.length() + 64);
    text.lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
      String character = Character.toString(line.codePointAt(at));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST) {
        folded.append(END).append(' ');
        octets = 1;
      }
      folded.append(character);
      octets += size;
    }
    folded.append(END);
  }
}
