package jp.tsunagu.connector.view;

import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a referral in a list.
 *
 * @param stage name of the stage, such as {@code Accepted}
 * @param stageLabel in Japanese, such as 受理
 * @param stageData what the stage has, such as a reason
 * @param version its ETag
 */
public record ReferralSummary(
    ReferralId referralId,
    CaseId caseId,
    ReferralId chainId,
    @Nullable ReferralId continues,
    ReferralKind kind,
    Urgency urgency,
    ReferralMode mode,
    AgencyId sender,
    AgencyId receiver,
    String side,
    String stage,
    String stageLabel,
    Stage stageData,
    Progress progress,
    long version) {

  /** The view of a leg. */
  public static ReferralSummary of(ReferralView view) {
    Referral referral = view.referral();
    return new ReferralSummary(
        referral.referralId(),
        view.caseId(),
        referral.chainId(),
        referral.continues(),
        referral.kind(),
        referral.urgency(),
        referral.mode(),
        referral.sender(),
        referral.receiver(),
        view.side().name(),
        referral.stage().getClass().getSimpleName(),
        referral.stage().label(),
        referral.stage(),
        referral.progress(),
        view.version());
  }
}
