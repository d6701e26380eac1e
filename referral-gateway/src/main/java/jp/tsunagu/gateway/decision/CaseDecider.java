package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConsentCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.InquiryCommand;
import jp.tsunagu.contract.lifecycle.PaperCommand;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import jp.tsunagu.contract.lifecycle.SideCommand;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides what a command or a deadline brings about in a case. Pure: the same state, command and
 * context give the same decision, down to the ids of the events.
 */
public final class CaseDecider {

  private CaseDecider() {}

  /** What this command brings about, or why it does not. */
  public static Decision decide(CaseState state, CaseCommand command, DecisionContext context) {
    Attempt attempt = new Attempt(state, command.header(), context);
    return Rule.decide(
        attempt,
        List.of(
            a -> CaseRules.actorMustBeRegistered(a, command),
            CaseRules::representedMustBeRegistered,
            CaseRules::mustNotHappenInTheFuture),
        () -> InquiryEnds.following(attempt, byGroup(attempt, command)));
  }

  private static Decision byGroup(Attempt attempt, CaseCommand command) {
    return switch (command) {
      case ConsultationCommand consultation -> ConsultationDecider.decide(attempt, consultation);
      case ReferralCommand referral -> ReferralDecider.decide(attempt, referral);
      case CoordinationCommand coordination -> CoordinationDecider.decide(attempt, coordination);
      case ConsentCommand consent -> ConsentDecider.decide(attempt, consent);
      case ConferenceCommand conference -> ConferenceDecider.decide(attempt, conference);
      case SideCommand side -> SideDecider.decide(attempt, side);
      case InquiryCommand inquiry -> InquiryDecider.decide(attempt, inquiry);
      case PaperCommand paper -> PaperDecider.decide(attempt, paper);
      case UnknownCommand _ -> Refuse.because(RefusalCode.UPDATE_GATEWAY);
    };
  }

  /**
   * What the moments of the case's response clocks bring about that have come by now: nothing where
   * none has, no clock runs any more, or all were told before. Asking twice is therefore harmless.
   *
   * @param now when the gateway noticed
   * @param incarnation of the network
   */
  public static List<CaseEvent> due(CaseState state, Instant now, int incarnation) {
    return Timers.reached(state, now, incarnation);
  }

  /** The first moment at which something of the case is due that was not told yet. */
  public static Optional<Instant> nextDue(CaseState state) {
    return Timers.next(state);
  }
}
