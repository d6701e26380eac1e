package jp.tsunagu.compose.backup;

import java.util.regex.Pattern;

/** The line of network.yaml that says which restoration of the network this is. */
final class IncarnationLine {
  private static final Pattern THERE = Pattern.compile("(?m)^( +)incarnation: *\\d+ *$");
  private static final Pattern FIRST =
      Pattern.compile("(?m)^network:[^\\n]*\\n(?:[ \\t]*(?:#[^\\n]*)?\\n)*( +)(?=\\S)");

  private IncarnationLine() {}

  /** The same text with that incarnation; everything else stays as a person wrote it. */
  static String in(String text, int incarnation) {
    var line = "incarnation: " + incarnation;
    var there = THERE.matcher(text);
    if (there.find()) {
      return there.replaceFirst("$1" + line);
    }
    var first = FIRST.matcher(text);
    if (!first.find()) {
      throw new IllegalStateException("network.yaml has no part 'network:'");
    }
    var indent = first.group(1);
    return text.substring(0, first.end()) + line + "\n" + indent + text.substring(first.end());
  }
}
