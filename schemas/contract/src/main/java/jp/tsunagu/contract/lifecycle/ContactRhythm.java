package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** How often somebody stays in contact with the household (連絡の頻度). */
public enum ContactRhythm implements GrowingCode {
  WEEKLY("週1回"),
  FORTNIGHTLY("2週に1回"),
  MONTHLY("月1回"),
  QUARTERLY("3か月に1回"),
  HALF_YEARLY("半年に1回"),
  AS_NEEDED("必要なとき"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  ContactRhythm(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
