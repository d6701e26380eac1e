package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinatorChanged;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Coordinated.Tenure;

/** What the events of 多機関協働 tell. */
final class CoordinationFold {

  private CoordinationFold() {}

  static void apply(FactsDraft draft, CoordinationEvent event) {
    Instant when = event.header().occurredAt();
    switch (event) {
      case CoordinationRequested requested -> request(draft, requested, when);
      case CoordinationAccepted _ -> reached(draft, CoordinationStep.ACCEPTED, when);
      case ScreeningDecided screening -> screen(draft, screening, when);
      case SupportDecided _ -> reached(draft, CoordinationStep.SUPPORT_DECIDED, when);
      case CaseHandedBack handedBack -> draft.legs.add(handBack(handedBack, when));
      case CoordinationClosed closed ->
          draft.coordination(one -> one.with(CoordinationStep.ENDED, when).closed(closed.ground()));
      case CoordinatorChanged changed ->
          draft.coordination(one -> one.passedTo(changed.to(), when));
      case ResultReported _, MemberAppointed _, MemberReleased _, FormRecorded _ -> {}
    }
  }

  private static void request(FactsDraft draft, CoordinationRequested event, Instant when) {
    draft.coordinations.add(
        new Coordinated(
            event.requestedBy(),
            event.again(),
            List.of(new Tenure(event.coordinator(), when)),
            null,
            null,
            Map.of(CoordinationStep.REQUESTED, when)));
  }

  private static void reached(FactsDraft draft, CoordinationStep step, Instant when) {
    draft.coordination(one -> one.with(step, when));
  }

  /**
   * Advice only ends the request; every other route is a step inside it. Where items of a meeting
   * wait for screening, it is about them.
   */
  private static void screen(FactsDraft draft, ScreeningDecided event, Instant when) {
    if (!draft.unscreened.isEmpty()) {
      draft.unscreened.clear();
      return;
    }
    draft.coordination(one -> one.screened(event.route()));
    if (event.route() == ScreeningRoute.ADVICE_ONLY) {
      reached(draft, CoordinationStep.ENDED, when);
    }
  }

  private static Leg handBack(CaseHandedBack event, Instant when) {
    return LegFold.begun(
        event.referralId(),
        event.referralId(),
        null,
        ReferralKind.HAND_BACK,
        event.parties().sender(),
        event.parties().receiver(),
        ReferralMode.TOGETHER,
        event.urgency(),
        LegFold.asked(when, event.clock()));
  }
}
