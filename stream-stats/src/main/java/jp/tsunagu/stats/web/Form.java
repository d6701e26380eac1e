package jp.tsunagu.stats.web;

import jp.tsunagu.contract.code.Code;

/** How a report is written. */
enum Form implements Code {
  JSON("JSON"),
  /** UTF-8 with a byte order mark. */
  CSV("CSV"),
  /** windows-31j. */
  CSV_WINDOWS_31J("CSV(Windows-31J)"),
  XLSX("Excel");

  static final String TEXT = "text/csv";
  static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String label;

  Form(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
