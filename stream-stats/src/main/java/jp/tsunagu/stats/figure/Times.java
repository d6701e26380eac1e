package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contribution.Waited;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import org.jspecify.annotations.Nullable;

/**
 * How long households wait, from sending on. An end before its beginning was entered wrongly and is
 * left out.
 */
final class Times {

  private final CaseFacts facts;
  private final Consumer<Contribution> sink;

  private Times(CaseFacts facts, Consumer<Contribution> sink) {
    this.facts = facts;
    this.sink = sink;
  }

  static void add(CaseFacts facts, Predicate<Leg> counted, Consumer<Contribution> sink) {
    Times times = new Times(facts, sink);
    for (Leg leg : facts.legs()) {
      if (leg.course().asked() && counted.test(leg)) {
        times.addLeg(leg);
      }
    }
    Chains.of(facts).forEach(times::addChain);
  }

  private void addLeg(Leg leg) {
    addStep(leg, Step.ARRIVED, Measure.ARRIVAL);
    addStep(leg, Step.OPENED, Measure.OPENING);
    addStep(leg, Step.ANSWERED, Measure.FIRST_ANSWER);
    addStep(leg, Step.DECIDED, Measure.DECISION);
    addStep(leg, Step.ACCEPTED, Measure.ACCEPTANCE);
    addStep(leg, Step.FIRST_CONTACT, Measure.FIRST_CONTACT);
    if (leg.end() == LegEnd.COMPLETED) {
      addStep(leg, Step.ENDED, Measure.COMPLETION);
    }
    for (Span question : leg.course().questions()) {
      addTime(leg, Measure.INFORMATION, question.from(), question.until());
    }
  }

  private void addStep(Leg leg, Step step, Measure measure) {
    addTime(leg, measure, leg.sentAt(), leg.at(step));
  }

  private void addChain(ReferralId chain, List<Leg> legs) {
    for (Leg leg : legs) {
      if (leg.reached(Step.FIRST_CONTACT)) {
        addTime(leg, Measure.CHAIN_FIRST_CONTACT, begun(chain), leg.at(Step.FIRST_CONTACT));
        return;
      }
    }
  }

  /** When the household's wait began: with the sheet, where the desk found the addressee. */
  private Instant begun(ReferralId chain) {
    Instant first = Instant.MAX;
    for (Leg leg : facts.legs()) {
      if (leg.course().asked()
          && leg.chain().chainId().equals(chain)
          && leg.sentAt().isBefore(first)) {
        first = leg.sentAt();
      }
    }
    return first;
  }

  private void addTime(Leg leg, Measure measure, Instant from, @Nullable Instant until) {
    if (until != null && !until.isBefore(from)) {
      sink.accept(
          new Waited(
              measure,
              from,
              until,
              new OfPair(leg.sender(), leg.receiver()),
              leg.urgency(),
              facts.area(),
              leg.referralId().value()));
    }
  }
}
