package jp.tsunagu.connector.record;

import jp.tsunagu.contract.code.Code;

/** Why a referral waits for this agency, each where it is most urgent. */
public enum Waits implements Code {
  OVERDUE("期限を過ぎているもの"),
  DUE_SOON("期限が近いもの"),
  UNOPENED("まだ開いていないもの"),
  QUESTION("照会に答えるもの"),
  /** Not taken, and nobody has gone on with the household. */
  RETURNED("断られて、次を決めるもの");

  private final String label;

  Waits(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
