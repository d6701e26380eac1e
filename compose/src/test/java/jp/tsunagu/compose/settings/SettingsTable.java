package jp.tsunagu.compose.settings;

import java.util.stream.Collectors;

/** The part of a service's README that is made from its code. */
final class SettingsTable {
  static final String BEGIN = "<!-- settings: written by SettingsInReadmeTest -->\n";
  static final String END = "<!-- end of settings -->\n";

  private static final String HOW =
      """
      Each can stand in `%1$s.yaml` in the working directory or its folder `config`, be an argument (`--name=value`), or an environment
      variable: in capitals, dots and brackets as `_`, without dashes (`TSUNAGU_STATEDIR`). `[n]` counts from 0, `<name>` is a name of your own.

      | setting | meaning | default | example |
      |---|---|---|---|
      """;

  private SettingsTable() {}

  static String of(Service service, SpringSettings spring) {
    return HOW.formatted(service.module())
        + service.settings(spring).stream()
            .map(setting -> setting.asLine() + "\n")
            .collect(Collectors.joining());
  }

  /** What stands between the marks now. */
  static String in(String readme) {
    return readme.substring(begin(readme), readme.indexOf(END));
  }

  /** The same text with another table. */
  static String replaced(String readme, String table) {
    return readme.substring(0, begin(readme)) + table + readme.substring(readme.indexOf(END));
  }

  private static int begin(String readme) {
    int mark = readme.indexOf(BEGIN);
    if (mark < 0 || readme.indexOf(END) < mark) {
      throw new IllegalStateException("the README lacks the marks of the settings");
    }
    return mark + BEGIN.length();
  }
}
