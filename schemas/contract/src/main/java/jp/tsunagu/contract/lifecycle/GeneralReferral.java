package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReminded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SharedByLaw;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalConfirmed;
import jp.tsunagu.contract.lifecycle.ReferralEvent.WithdrawalRequested;

/** The events of a leg in a protected case, as everybody may see them. */
final class GeneralReferral {

  private GeneralReferral() {}

  static ReferralEvent of(ReferralEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    ReferralId leg = event.referralId();
    return switch (event) {
      case SheetSubmitted submitted -> submitted(header, submitted, withholding);
      case ReferralTriaged triaged -> triaged(header, triaged, withholding);
      case ReferralSent sent -> sent(header, sent, withholding);
      case ReferralArrived _ -> new ReferralArrived(header, leg);
      case ReferralOpened _ -> new ReferralOpened(header, leg);
      case ReferralAccepted e -> new ReferralAccepted(header, leg, withholding.outline(e.note()));
      case ReferralDeclined e ->
          new ReferralDeclined(header, leg, e.reason(), withholding.outline(e.note()));
      case ReferralForwarded e -> new ReferralForwarded(header, leg, e.nextReferralId());
      case ReferralSentBack e ->
          new ReferralSentBack(header, leg, e.reason(), withholding.outline(e.note()));
      case InformationRequested e ->
          new InformationRequested(header, leg, withholding.outline(e.note()));
      case InformationProvided e ->
          new InformationProvided(header, leg, withholding.outline(e.note()));
      case FirstContactMade _ -> new FirstContactMade(header, leg);
      case ReferralCompleted e ->
          new ReferralCompleted(header, leg, e.outcome(), withholding.outline(e.note()));
      case ReferralWithdrawn _ -> new ReferralWithdrawn(header, leg);
      case WithdrawalRequested _ -> new WithdrawalRequested(header, leg);
      case WithdrawalConfirmed _ -> new WithdrawalConfirmed(header, leg);
      case ReferralReopened e -> new ReferralReopened(header, leg, e.clock());
      case ReferralReminded _ -> new ReferralReminded(header, leg);
      case ResponseDueSoon _ -> new ResponseDueSoon(header, leg);
      case ResponseOverdue _ -> new ResponseOverdue(header, leg);
      case OverdueEscalated escalated -> escalated(header, escalated, withholding);
      case DossierRequested e ->
          new DossierRequested(
              header,
              leg,
              e.dossierId(),
              withholding.agency(e.holder()),
              withholding.agency(e.recipient()));
      case DossierProvided e -> new DossierProvided(header, leg, withholding.hidden(e.dossier()));
      case SharedByLaw e -> new SharedByLaw(header, leg, e.person(), e.basis());
    };
  }

  private static SheetSubmitted submitted(
      EventHeader header, SheetSubmitted event, Withholding withholding) {
    return new SheetSubmitted(
        header,
        event.referralId(),
        withholding.agency(event.sender()),
        withholding.agency(event.desk()),
        event.urgency(),
        event.clock(),
        withholding.outline(event.dossier()));
  }

  private static ReferralTriaged triaged(
      EventHeader header, ReferralTriaged event, Withholding withholding) {
    return new ReferralTriaged(
        header,
        event.referralId(),
        withholding.agency(event.sender()),
        withholding.agency(event.receiver()),
        event.mode(),
        event.urgency(),
        event.clock(),
        withholding.outline(event.dossier()));
  }

  private static ReferralSent sent(
      EventHeader header, ReferralSent event, Withholding withholding) {
    return new ReferralSent(
        header,
        event.referralId(),
        event.chain(),
        parties(event.parties(), withholding),
        event.mode(),
        event.urgency(),
        event.clock(),
        withholding.outline(event.dossier()));
  }

  private static OverdueEscalated escalated(
      EventHeader header, OverdueEscalated event, Withholding withholding) {
    return new OverdueEscalated(
        header,
        event.referralId(),
        event.chain(),
        parties(event.parties(), withholding),
        event.mode(),
        event.urgency(),
        event.clock(),
        event.beginning());
  }

  private static LegParties parties(LegParties parties, Withholding withholding) {
    return new LegParties(
        withholding.agency(parties.sender()), withholding.agency(parties.receiver()));
  }
}
