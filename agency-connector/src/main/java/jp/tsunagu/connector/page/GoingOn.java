package jp.tsunagu.connector.page;

import java.util.Optional;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.GoesOn;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;
import org.springframework.stereotype.Component;

/**
 * Whether an agency can go on with a household whose referral was not taken: whoever sent it or a
 * leg before it, and the desk where the chain began with a sheet. It offers; the network decides.
 */
@Component
class GoingOn {

  private final Window window;

  GoingOn(Window window) {
    this.window = window;
  }

  /** The case of a referral, as this agency knows it now. */
  CaseState state(AgencyId agency, ReferralView view) {
    return window
        .tools()
        .records()
        .findCase(agency, view.caseId())
        .flatMap(CaseView::state)
        .orElseGet(view::state);
  }

  boolean isPossible(AgencyId agency, ReferralView view) {
    return failed(view.referral()) && isPossible(agency, view.state(), view.referral());
  }

  /** The leg that goes on where this one ended. */
  static Optional<Referral> next(CaseState state, Referral leg) {
    return state.referrals().stream()
        .filter(other -> leg.referralId().equals(other.chain().continues()))
        .findFirst();
  }

  private boolean isPossible(AgencyId agency, CaseState state, Referral leg) {
    return switch (GoesOn.after(agency, state, leg)) {
      case SENDER -> true;
      case DESK -> agency.equals(window.tools().desk());
      case NOBODY -> false;
    };
  }

  private static boolean failed(Referral leg) {
    return switch (leg.stage()) {
      case Stage.Declined _, Stage.SentBack _, Stage.Withdrawn _ -> true;
      case Stage.Submitted _,
          Stage.Unanswered _,
          Stage.Held _,
          Stage.Completed _,
          Stage.Forwarded _ ->
          false;
    };
  }
}
