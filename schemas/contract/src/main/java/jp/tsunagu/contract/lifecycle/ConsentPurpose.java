package jp.tsunagu.contract.lifecycle;

import java.util.Arrays;
import java.util.Optional;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;

/** What a person consents to; each purpose needs its own consent (利用申込). */
public enum ConsentPurpose implements Code {
  /** 利用申込①. */
  COMPREHENSIVE_SUPPORT("包括的相談支援", KnownForm.COMPREHENSIVE_APPLICATION),
  /** 利用申込②. */
  COORDINATION("多機関協働", KnownForm.COORDINATION_APPLICATION);

  private final String label;
  private final KnownForm application;

  ConsentPurpose(String label, KnownForm application) {
    this.label = label;
    this.application = application;
  }

  /**
   * To what a person consents who signs this form; empty of every other form, also of 利用申込書③ and ④:
   * no passing on is judged by them.
   */
  public static Optional<ConsentPurpose> appliedForBy(FormRef form) {
    return Arrays.stream(values()).filter(purpose -> purpose.application.is(form)).findFirst();
  }

  @Override
  public String label() {
    return label;
  }
}
