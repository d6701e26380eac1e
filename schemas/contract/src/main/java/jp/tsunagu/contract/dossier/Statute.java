package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.code.Code;

/** The statute behind a sharing without consent. May grow: travels as text. */
public enum Statute implements Code {
  /** 通告: not a referral; telephone first, recorded afterwards. */
  CHILD_ABUSE_PREVENTION_6("児童虐待防止法6条"),
  /** 要保護児童対策地域協議会. */
  CHILD_WELFARE_25_2("児童福祉法25条の2"),
  /** 通報: telephone first. */
  ELDER_ABUSE_PREVENTION_7("高齢者虐待防止法7条"),
  /** 通報: telephone first. */
  DISABILITY_ABUSE_PREVENTION_7("障害者虐待防止法7条"),
  /** 地域ケア会議. */
  LONG_TERM_CARE_115_48("介護保険法115条の48"),
  /** 協議会. */
  DISABILITY_SUPPORT_89_3("障害者総合支援法89条の3"),
  /** 支援会議 of that law. */
  NEEDY_PERSONS_SUPPORT_9("生活困窮者自立支援法9条"),
  /** Telephone first. */
  LIFE_AND_BODY("個人情報保護法69条2項・27条1項2号(生命・身体の保護)");

  private final String label;

  Statute(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether the telephone comes first and the record afterwards (通告, 通報, life and body). */
  public boolean telephoneFirst() {
    return switch (this) {
      case CHILD_ABUSE_PREVENTION_6,
          ELDER_ABUSE_PREVENTION_7,
          DISABILITY_ABUSE_PREVENTION_7,
          LIFE_AND_BODY ->
          true;
      case CHILD_WELFARE_25_2,
          LONG_TERM_CARE_115_48,
          DISABILITY_SUPPORT_89_3,
          NEEDY_PERSONS_SUPPORT_9 ->
          false;
    };
  }
}
