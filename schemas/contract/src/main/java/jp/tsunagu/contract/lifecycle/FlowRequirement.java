package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/**
 * What a step of 多機関協働 or of a support beside the case can wait for. Each is about the coordination
 * as it runs now: after 支援決定 a new plan is a new one, and a case that comes back (再開) begins anew.
 */
public enum FlowRequirement implements GrowingCode {
  CONSENT_OF_EACH_PERSON("利用申込②(プランの全員)"),
  ASSESSMENT("アセスメント"),
  PLAN("プラン"),
  ITEM_DECIDED("会議の決定"),
  ROLES_AND_LEAD("役割と主担当"),
  EVALUATION("評価"),
  DECIDED("支援決定"),
  JUDGED_NEEDED("重層的支援会議の判断"),
  PARTICIPATION_PLAN("参加支援プラン"),
  PLACE_ASSESSED("受け入れ先のアセスメント"),
  PARTICIPATION_EVALUATION("参加支援の評価"),
  OUTREACH_PLAN("アウトリーチプラン"),
  CONTACT("関わりの記録"),
  OUTREACH_EVALUATION("アウトリーチの評価"),
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
      case DECIDED -> step.side().isEmpty() && step != FlowStep.SUPPORT_DECISION;
      case CONSENT_OF_EACH_PERSON, ASSESSMENT, PLAN, ITEM_DECIDED, EVALUATION ->
          step.side().isEmpty() && step != FlowStep.RESULT_REPORT;
      case PARTICIPATION_PLAN ->
          step == FlowStep.MATCHING
              || step == FlowStep.SETTLING
              || step == FlowStep.PARTICIPATION_END;
      case PLACE_ASSESSED -> step == FlowStep.SETTLING || step == FlowStep.PARTICIPATION_END;
      case PARTICIPATION_EVALUATION -> step == FlowStep.PARTICIPATION_END;
      case OUTREACH_PLAN -> isOf(step, SideKind.OUTREACH);
      case CONTACT -> isOf(step, SideKind.OUTREACH) || step == FlowStep.PARTICIPATION_END;
      case OUTREACH_EVALUATION -> step == FlowStep.OUTREACH_END;
      // Not the city's to ask for: it stands before 参加支援 everywhere.
      case JUDGED_NEEDED, UNKNOWN -> false;
    };
  }

  private static boolean isOf(FlowStep step, SideKind kind) {
    return step.side().filter(kind::equals).isPresent();
  }

  @Override
  public String label() {
    return label;
  }
}
