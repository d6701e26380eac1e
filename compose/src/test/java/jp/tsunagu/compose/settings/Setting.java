package jp.tsunagu.compose.settings;

/**
 * One line of a service's table.
 *
 * @param meaning a sentence for operators
 * @param usual what holds where nothing is set; empty where there is nothing such
 * @param example a value as it is written
 */
record Setting(String name, String meaning, String usual, String example) {

  String asLine() {
    return "| `%s` | %s | %s | %s |".formatted(name, escaped(meaning), code(usual), code(example));
  }

  private static String code(String value) {
    return value.isEmpty() ? "–" : "`" + escaped(value) + "`";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
