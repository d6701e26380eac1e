package jp.tsunagu.gateway.decision;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;

/** What an agency tries to do with one leg of a referral. */
record LegAttempt(Attempt attempt, Referral leg) {

  CaseState state() {
    return attempt.state();
  }

  AgencyId actor() {
    return attempt.actor();
  }

  ReferralId id() {
    return leg.referralId();
  }

  Progress progress() {
    return leg.progress();
  }

  Stage stage() {
    return leg.stage();
  }

  boolean actorIsSender() {
    return actor().equals(leg.sender());
  }

  boolean actorIsReceiver() {
    return actor().equals(leg.receiver());
  }

  /** Whether another leg of the chain already follows this one. */
  boolean isContinued() {
    return Parties.isContinued(state(), leg.referralId());
  }
}
