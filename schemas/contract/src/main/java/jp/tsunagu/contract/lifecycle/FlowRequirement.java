package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/**
 * What a step of 多機関協働 can wait for. Each is about the coordination as it runs now: after 支援決定 a
 * new plan is a new one, and a case that comes back (再開) begins anew.
 */
public enum FlowRequirement implements GrowingCode {
  CONSENT_OF_EACH_PERSON("利用申込②(プランの全員)"),
  ASSESSMENT("アセスメント"),
  PLAN("プラン"),
  ITEM_DECIDED("会議の決定"),
  ROLES_AND_LEAD("役割と主担当"),
  EVALUATION("評価"),
  DECIDED("支援決定"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  FlowRequirement(String label) {
    this.label = label;
  }

  /** Whether that step can wait for it. */
  public boolean fits(FlowStep step) {
    return switch (this) {
      case ROLES_AND_LEAD -> step == FlowStep.HAND_BACK;
      case DECIDED -> step != FlowStep.SUPPORT_DECISION;
      case CONSENT_OF_EACH_PERSON, ASSESSMENT, PLAN, ITEM_DECIDED, EVALUATION ->
          step != FlowStep.RESULT_REPORT;
      case UNKNOWN -> false;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
