package jp.tsunagu.connector.inbox;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;

/** Which events put a referral before this agency. */
final class Arrival {

  private Arrival() {}

  static Optional<ReferralId> handedTo(AgencyId agency, CaseEvent event, CaseState after) {
    if (event instanceof SheetSubmitted sheet) {
      return sheet.desk().equals(agency) ? Optional.of(sheet.referralId()) : Optional.empty();
    }
    return asked(event)
        .filter(
            id -> after.referral(id).map(Referral::receiver).filter(agency::equals).isPresent());
  }

  private static Optional<ReferralId> asked(CaseEvent event) {
    if (event instanceof ReferralSent sent) {
      return Optional.of(sent.referralId());
    }
    if (event instanceof ReferralTriaged triaged) {
      return Optional.of(triaged.referralId());
    }
    if (event instanceof CaseHandedBack handedBack) {
      return Optional.of(handedBack.referralId());
    }
    return event instanceof ReferralReopened reopened && reopened.clock() != null
        ? Optional.of(reopened.referralId())
        : Optional.empty();
  }
}
