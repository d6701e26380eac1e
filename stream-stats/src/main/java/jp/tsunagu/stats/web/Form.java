package jp.tsunagu.stats.web;

/** How a report is written. */
enum Form {
  JSON,
  /** UTF-8 with a byte order mark. */
  CSV,
  /** windows-31j. */
  CSV_WINDOWS_31J,
  XLSX
}
