package jp.tsunagu.compose.replay;

/** How an agency's system hands a つなぐシート to its connector. */
enum Channel {
  /** A CSV file as a Japanese Windows writes it. */
  CSV_WINDOWS_31J("CSV(windows-31j)"),
  CSV_UTF_8("CSV(UTF-8)"),
  JSON_FILE("JSON(フォルダー)"),
  REST("REST");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
