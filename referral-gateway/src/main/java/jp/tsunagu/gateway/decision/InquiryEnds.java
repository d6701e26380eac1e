package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/**
 * What ends open questions of 情報収集, whatever brought it about: 多機関協働 ended or went to another
 * coordinator, or the basis for somebody they are about is gone.
 */
final class InquiryEnds {

  private InquiryEnds() {}

  /** The same decision with the ends that follow from it. */
  static Decision following(Attempt attempt, Decision decision) {
    return decision instanceof Decision.Emit emit
            && attempt.state().inquiries().stream().anyMatch(Inquiry::isOpen)
        ? attempt.emitAlso(emit, makers(attempt, emit))
        : decision;
  }

  private static List<EventMaker> makers(Attempt before, Decision.Emit emit) {
    Attempt after = before.in(CaseLifecycle.evolve(before.state(), emit.events()));
    return after.state().inquiries().stream()
        .filter(Inquiry::isOpen)
        .filter(one -> before.state().inquiries().contains(one))
        .<EventMaker>mapMulti(
            (one, makers) ->
                endOf(before, after, one).ifPresent(how -> makers.accept(byItself(one, how))))
        .toList();
  }

  /** Neither who was asked learns whose act it followed, nor who acted that anybody was asked. */
  private static EventMaker byItself(Inquiry inquiry, InquiryStage how) {
    return header -> InquiryDecider.ended(inquiry, how).with(header.byItself());
  }

  private static Optional<InquiryStage> endOf(Attempt before, Attempt after, Inquiry inquiry) {
    Coordination coordination = after.state().coordination();
    if (!(coordination instanceof Coordination.Open)) {
      return Optional.of(InquiryStage.COORDINATION_ENDED);
    }
    if (!before.state().coordinator().equals(after.state().coordinator())) {
      return Optional.of(InquiryStage.COORDINATOR_CHANGED);
    }
    return lostItsBasis(before, after, inquiry)
        ? Optional.of(InquiryStage.BASIS_GONE)
        : Optional.empty();
  }

  private static boolean lostItsBasis(Attempt before, Attempt after, Inquiry inquiry) {
    AgencyId agency = inquiry.parties().receiver();
    boolean excludedNow =
        Parties.isExcluded(after.state(), agency) && !Parties.isExcluded(before.state(), agency);
    return excludedNow || hadAndHasNot(before, after, inquiry);
  }

  private static boolean hadAndHasNot(Attempt before, Attempt after, Inquiry inquiry) {
    return inquiry.persons().stream()
        .flatMap(person -> InquiryRules.ways(inquiry, person))
        .anyMatch(way -> way.stands(before) && !way.stands(after));
  }
}
