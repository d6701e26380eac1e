package jp.tsunagu.connector.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.UnknownEvent;

/**
 * With what somebody was first at a leg: not the last thing that happened to it, for much follows
 * from a step by itself.
 */
final class Competition {

  private Competition() {}

  private enum Weight {
    /** What could be done before it, can be done no more. */
    TURN,
    /** Said on the way. */
    STEP,
    /** Follows from what somebody did. */
    CONSEQUENCE,
    /** Nobody did it. */
    BY_ITSELF
  }

  /**
   * The first turn that an agency gave the leg; where there was none, the first step, or else what
   * followed. Empty where nobody did anything.
   *
   * @param since what happened to the leg, oldest first
   */
  static Optional<CaseEvent> first(List<CaseEvent> since) {
    return since.stream()
        .filter(event -> !event.header().actor().equals(AgencyId.GATEWAY))
        .filter(event -> weight(event) != Weight.BY_ITSELF)
        .min(Comparator.comparing(Competition::weight));
  }

  private static Weight weight(CaseEvent event) {
    return switch (event) {
      case ReferralEvent referral -> weight(referral);
      case CoordinationEvent.CaseHandedBack _ -> Weight.TURN;
      case CoordinationEvent _,
          ConsultationEvent _,
          ConsentEvent _,
          ConferenceEvent _,
          SideEvent _,
          InquiryEvent _,
          PaperEvent _,
          UnknownEvent _ ->
          Weight.STEP;
    };
  }

  private static Weight weight(ReferralEvent event) {
    return switch (event) {
      case ReferralEvent.SheetSubmitted _,
          ReferralEvent.ReferralTriaged _,
          ReferralEvent.ReferralSent _,
          ReferralEvent.ReferralAccepted _,
          ReferralEvent.ReferralDeclined _,
          ReferralEvent.ReferralForwarded _,
          ReferralEvent.ReferralSentBack _,
          ReferralEvent.FirstContactMade _,
          ReferralEvent.ReferralCompleted _,
          ReferralEvent.ReferralWithdrawn _,
          ReferralEvent.WithdrawalConfirmed _,
          ReferralEvent.ReferralReopened _ ->
          Weight.TURN;
      case ReferralEvent.InformationRequested _,
          ReferralEvent.InformationProvided _,
          ReferralEvent.WithdrawalRequested _,
          ReferralEvent.ReferralReminded _,
          ReferralEvent.ReferralOpened _ ->
          Weight.STEP;
      case ReferralEvent.DossierRequested _,
          ReferralEvent.DossierProvided _,
          ReferralEvent.SharedByLaw _ ->
          Weight.CONSEQUENCE;
      case ReferralEvent.ReferralArrived _,
          ReferralEvent.ResponseDueSoon _,
          ReferralEvent.ResponseOverdue _,
          ReferralEvent.OverdueEscalated _ ->
          Weight.BY_ITSELF;
    };
  }
}
