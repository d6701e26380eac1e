package jp.tsunagu.connector.page;

import java.util.Map;

/** What a page sent besides its form. */
final class Posted {

  private Posted() {}

  /** The key under which the page is sent once; a new one where it has none. */
  static String key(Map<String, String[]> posted) {
    String key = one(posted, "key");
    return key.matches("[0-9a-f-]{36}") ? key : Window.freshKey();
  }

  /** The first value of this name; empty where there is none. */
  static String one(Map<String, String[]> posted, String name) {
    String[] values = posted.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
