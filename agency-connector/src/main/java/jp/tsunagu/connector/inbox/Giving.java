package jp.tsunagu.connector.inbox;

import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.Stage;

/**
 * What an event means for who may read what came with a leg. 誤送付, 差戻し and 取下げ before the acceptance
 * give it back; asked again, the receiver reads it again.
 */
sealed interface Giving {

  ReferralId referralId();

  /**
   * The receiver must not read it any more.
   *
   * @param byEverybody nor the desk that sorted it, since its sender took it back
   */
  record Back(ReferralId referralId, boolean byEverybody) implements Giving {}

  /** The receiver reads it again. */
  record Again(ReferralId referralId) implements Giving {}

  /** Nothing for most events. */
  static Optional<Giving> of(CaseEvent event, CaseState before) {
    if (event instanceof ReferralDeclined declined
        && declined.reason().equals(Reason.MISDIRECTED)) {
      return Optional.of(new Back(declined.referralId(), false));
    }
    if (event instanceof ReferralSentBack sentBack) {
      return Optional.of(new Back(sentBack.referralId(), false));
    }
    if (event instanceof ReferralWithdrawn withdrawn
        && !wasAccepted(before, withdrawn.referralId())) {
      return Optional.of(new Back(withdrawn.referralId(), true));
    }
    return event instanceof ReferralReopened reopened
        ? Optional.of(new Again(reopened.referralId()))
        : Optional.empty();
  }

  private static boolean wasAccepted(CaseState before, ReferralId id) {
    return before
        .referral(id)
        .map(Referral::stage)
        .filter(Stage.Held.class::isInstance)
        .isPresent();
  }
}
