package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.LegParties;
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
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import org.jspecify.annotations.Nullable;

/** What the events of a referral tell. */
final class LegFold {

  private LegFold() {}

  static void apply(FactsDraft draft, ReferralEvent event) {
    Instant when = event.header().occurredAt();
    ReferralId id = event.referralId();
    switch (event) {
      case SheetSubmitted sheet -> draft.legs.add(sheet(sheet, when));
      case ReferralTriaged triaged -> triage(draft, triaged, when);
      case ReferralSent sent -> draft.legs.add(sent(sent, when));
      case ReferralArrived _ -> draft.leg(id, leg -> leg.with(Step.ARRIVED, when));
      case ReferralOpened _ -> draft.leg(id, leg -> leg.with(Step.OPENED, when));
      case ReferralAccepted _ -> accept(draft, id, when);
      case ReferralDeclined declined ->
          draft.leg(id, leg -> leg.decided(when).ended(LegEnd.DECLINED, declined.reason(), when));
      case ReferralForwarded _ ->
          draft.leg(id, leg -> leg.decided(when).ended(LegEnd.FORWARDED, null, when));
      case ReferralSentBack back ->
          draft.leg(id, leg -> leg.decided(when).ended(LegEnd.SENT_BACK, back.reason(), when));
      case InformationRequested _ -> draft.leg(id, leg -> leg.questioned(when));
      case InformationProvided _ -> draft.leg(id, leg -> leg.informed(when));
      case FirstContactMade _ -> draft.leg(id, leg -> leg.with(Step.FIRST_CONTACT, when));
      case ReferralCompleted _ ->
          draft.leg(id, leg -> leg.decided(when).ended(LegEnd.COMPLETED, null, when));
      case ReferralWithdrawn _ -> draft.leg(id, leg -> leg.ended(LegEnd.WITHDRAWN, null, when));
      case ReferralReopened reopened -> reopen(draft, reopened, when);
      case ResponseDueSoon _ -> draft.leg(id, leg -> leg.with(Step.DUE_SOON, when));
      case ResponseOverdue _ -> draft.leg(id, leg -> leg.with(Step.OVERDUE, when));
      case WithdrawalRequested _,
          WithdrawalConfirmed _,
          ReferralReminded _,
          OverdueEscalated _,
          DossierRequested _,
          DossierProvided _,
          SharedByLaw _ -> {}
    }
  }

  private static Leg sheet(SheetSubmitted event, Instant when) {
    return begun(
        event.referralId(),
        event.referralId(),
        null,
        ReferralKind.SHEET,
        event.sender(),
        event.desk(),
        ReferralMode.TOGETHER,
        event.urgency(),
        asked(when, event.clock()));
  }

  private static Leg sent(ReferralSent event, Instant when) {
    return begun(
        event.referralId(),
        event.chain().chainId(),
        event.chain().continues(),
        ReferralKind.REFERRAL,
        event.parties().sender(),
        event.parties().receiver(),
        event.mode(),
        event.urgency(),
        asked(when, event.clock()));
  }

  static Leg begun(
      ReferralId id,
      ReferralId chain,
      @Nullable ReferralId continues,
      ReferralKind kind,
      AgencyId sender,
      AgencyId receiver,
      ReferralMode mode,
      Urgency urgency,
      Map<Step, Instant> steps) {
    return new Leg(
        id,
        0,
        new ChainPlace(chain, continues),
        new LegNature(kind, mode, urgency),
        new LegParties(sender, receiver),
        new LegCourse(true, steps, LegEnd.RUNNING, null, List.of()));
  }

  static Map<Step, Instant> asked(Instant when, ResponseClock clock) {
    EnumMap<Step, Instant> steps = new EnumMap<>(Step.class);
    steps.put(Step.SENT, when);
    steps.put(Step.RESPOND_BY, clock.respondBy());
    return steps;
  }

  /** The desk's own round ends; the round of the agency begins, and its clock with it. */
  private static void triage(FactsDraft draft, ReferralTriaged event, Instant when) {
    ReferralId id = event.referralId();
    Leg before = draft.leg(id);
    draft.leg(id, leg -> leg.decided(when).ended(LegEnd.TRIAGED, null, when));
    int round = before == null ? 0 : before.round() + 1;
    draft.legs.add(
        new Leg(
            id,
            round,
            new ChainPlace(
                before == null ? id : before.chain().chainId(),
                before == null ? null : before.chain().continues()),
            new LegNature(ReferralKind.SHEET, event.mode(), event.urgency()),
            new LegParties(event.sender(), event.receiver()),
            new LegCourse(true, asked(when, event.clock()), LegEnd.RUNNING, null, List.of())));
  }

  private static void accept(FactsDraft draft, ReferralId id, Instant when) {
    draft.leg(id, leg -> leg.accepted(when));
    Leg accepted = draft.leg(id);
    if (accepted != null && accepted.kind() == ReferralKind.HAND_BACK) {
      draft.coordination(one -> one.with(CoordinationStep.HANDED_BACK, when));
    }
  }

  private static void reopen(FactsDraft draft, ReferralReopened event, Instant when) {
    Leg before = draft.leg(event.referralId());
    if (before != null) {
      ResponseClock clock = event.clock();
      draft.legs.add(before.again(when, clock == null ? null : clock.respondBy()));
    }
  }
}
