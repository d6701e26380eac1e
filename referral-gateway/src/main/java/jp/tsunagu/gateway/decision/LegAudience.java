package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
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
import jp.tsunagu.contract.lifecycle.ReferralMode;

/**
 * Who learns of the events of a leg: its receiver and the senders up its chain, never an earlier or
 * later receiver.
 */
final class LegAudience {

  private LegAudience() {}

  static Set<AgencyId> of(CaseState after, ReferralEvent event, Roll roll) {
    Optional<Referral> leg = after.referral(event.referralId());
    return leg.isPresent() ? of(after, leg.get(), event, roll) : Set.of();
  }

  private static Set<AgencyId> of(CaseState after, Referral leg, ReferralEvent event, Roll roll) {
    return switch (event) {
      case SheetSubmitted _,
          ReferralTriaged _,
          ReferralSent _,
          ReferralArrived _,
          ReferralOpened _,
          ReferralAccepted _,
          ReferralDeclined _,
          ReferralForwarded _,
          ReferralSentBack _,
          ReferralCompleted _,
          ReferralWithdrawn _,
          ReferralReopened _,
          ReferralReminded _ ->
          Parties.watchers(after, leg, roll);
      case FirstContactMade _, SharedByLaw _ -> whoeverStillSupports(after, leg, roll);
      case InformationRequested _,
          InformationProvided _,
          WithdrawalRequested _,
          WithdrawalConfirmed _ ->
          theTwo(after, leg);
      case ResponseDueSoon _ -> Set.of(inPlaceOf(leg.receiver(), roll));
      case ResponseOverdue _ -> both(inPlaceOf(leg.receiver(), roll), leg.sender());
      case OverdueEscalated _ -> Set.of(roll.desk());
      case DossierRequested requested -> both(requested.holder(), requested.recipient());
      case DossierProvided provided -> readers(after, leg, provided, roll);
    };
  }

  /** Who left is reminded no more; the desk is told instead. */
  private static AgencyId inPlaceOf(AgencyId agency, Roll roll) {
    return roll.hasLeft(agency) ? roll.desk() : agency;
  }

  /**
   * Whoever handed the household over (引継ぎ) hears of the answer and the end, not of the support.
   */
  private static Set<AgencyId> whoeverStillSupports(CaseState after, Referral leg, Roll roll) {
    Set<AgencyId> watchers = new LinkedHashSet<>(Parties.watchers(after, leg, roll));
    if (leg.mode() == ReferralMode.HANDOVER) {
      watchers.removeAll(Parties.sendersUpTheChain(after, leg));
      Parties.coordinator(after).ifPresent(watchers::add);
    }
    return watchers;
  }

  /** What passes between the two of a leg; the coordinator sees that it does. */
  private static Set<AgencyId> theTwo(CaseState after, Referral leg) {
    return Audience.with(both(leg.sender(), leg.receiver()), Parties.coordinator(after));
  }

  private static Set<AgencyId> both(AgencyId one, AgencyId other) {
    Set<AgencyId> both = new LinkedHashSet<>();
    both.add(one);
    both.add(other);
    return both;
  }

  /** Those who can open it and for whom the leg exists; the others get the dossier alone. */
  private static Set<AgencyId> readers(
      CaseState after, Referral leg, DossierProvided event, Roll roll) {
    Set<AgencyId> readers = new TreeSet<>(event.dossier().recipients());
    readers.retainAll(Parties.watchers(after, leg, roll));
    return readers;
  }
}
