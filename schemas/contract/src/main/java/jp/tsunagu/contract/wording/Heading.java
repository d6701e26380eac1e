package jp.tsunagu.contract.wording;

/** What stands above a column or beside a value that several services show. */
public enum Heading {
  FIELD("分野"),
  AREA("圏域"),
  URGENCY("緊急度"),
  INTRODUCER("紹介元"),
  COORDINATOR("多機関協働事業者"),
  CONFERENCE("会議区分"),
  SESSION("開催区分"),
  MISSING_RESOURCE("不足した社会資源"),
  REASON("理由"),
  OUTCOME("結果");

  private final String label;

  Heading(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
