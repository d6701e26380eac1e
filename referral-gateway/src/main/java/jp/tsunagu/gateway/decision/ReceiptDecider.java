package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.message.RefusalCode;

/**
 * What a receipt brings about (到達): each leg by itself, under the rules of a reported arrival. A
 * leg it says nothing of, because it has arrived or is not for who sent the receipt, is passed
 * over: a receipt may come twice, and nobody waits for an answer to it.
 */
public final class ReceiptDecider {

  private ReceiptDecider() {}

  /**
   * What became of a receipt.
   *
   * @param events as the next ones of the case; none where every leg was passed over
   * @param passedOver why a leg was, for each of them
   */
  public record Outcome(List<CaseEvent> events, List<RefusalCode> passedOver) {
    public Outcome {
      events = List.copyOf(events);
      passedOver = List.copyOf(passedOver);
    }
  }

  /** What this receipt brings about in the case. */
  public static Outcome decide(CaseState state, ConfirmReceipt receipt, DecisionContext context) {
    List<CaseEvent> events = new ArrayList<>();
    List<RefusalCode> passedOver = new ArrayList<>();
    CaseState after = state;
    for (ReferralId leg : new LinkedHashSet<>(receipt.referralIds())) {
      switch (decide(after, leg, receipt.arrivedAt(), context)) {
        case Decision.Emit emit -> {
          events.addAll(emit.events());
          after = CaseLifecycle.evolve(after, emit.events());
        }
        case Decision.Refuse refuse -> passedOver.add(refuse.code());
      }
    }
    return new Outcome(events, passedOver);
  }

  private static Decision decide(
      CaseState state, ReferralId leg, Instant arrivedAt, DecisionContext context) {
    if (isOlder(state, leg, arrivedAt)) {
      return Decision.Refuse.because(RefusalCode.ALREADY_ARRIVED);
    }
    CommandId cause = new CommandId(leg.value());
    CommandHeader header =
        new CommandHeader(cause, state.caseId(), arrivedAt, arrivedAt, null, null);
    return CaseDecider.decide(state, new ReportArrival(header, leg), context);
  }

  /** It was about an earlier time the leg was put before its receiver: it comes again. */
  private static boolean isOlder(CaseState state, ReferralId leg, Instant arrivedAt) {
    return state
        .referral(leg)
        .filter(known -> arrivedAt.isBefore(known.progress().sentAt()))
        .isPresent();
  }
}
