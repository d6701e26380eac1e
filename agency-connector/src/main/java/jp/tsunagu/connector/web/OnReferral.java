package jp.tsunagu.connector.web;

import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import org.jspecify.annotations.Nullable;

/** A body about one referral. */
final class OnReferral extends FormContext {

  private final Referral referral;

  OnReferral(
      Toolbox tools,
      AgencyId agency,
      ReferralView view,
      @Nullable Protection protection,
      Fields fields) {
    super(tools, agency, view.caseId(), protection, fields);
    this.referral = view.referral();
    if (view.caseNumber() != null) {
      made("caseNumber", view.caseNumber());
    }
    made("referralId", referral.referralId());
  }

  ReferralId referralId() {
    return referral.referralId();
  }

  /** A command with a note to the other side. */
  Wish toOtherSide(CaseCommand command) {
    boolean isReceiver = referral.receiver().equals(agency());
    return carrying(command, isReceiver ? referral.sender() : referral.receiver());
  }
}
