package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contribution.Counted;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfReason;

/**
 * How referrals ended, by day: 受入不可, 差戻し, つなぎ直し and つなぎ戻し are four different things. Reasons stand
 * without names.
 */
final class Outcomes {

  private Outcomes() {}

  static void add(CaseFacts facts, Predicate<Leg> counted, Consumer<Contribution> sink) {
    for (Leg leg : facts.legs()) {
      if (counted.test(leg)) {
        addLeg(leg, sink);
      }
    }
    Chains.pingPong(facts)
        .forEach((chain, since) -> add(since, Measure.PING_PONG, chain.value(), sink));
  }

  private static void addLeg(Leg leg, Consumer<Contribution> sink) {
    addEnd(leg, sink);
    Instant accepted = leg.at(Step.ACCEPTED);
    if (leg.kind() == ReferralKind.HAND_BACK && leg.course().asked() && accepted != null) {
      add(accepted, Measure.HANDED_BACK, leg.referralId().value(), sink);
    }
  }

  private static void addEnd(Leg leg, Consumer<Contribution> sink) {
    Instant ended = leg.at(Step.ENDED);
    if (ended == null) {
      return;
    }
    UUID subject = leg.referralId().value();
    switch (leg.end()) {
      case DECLINED -> addWithReason(ended, Measure.DECLINED, leg, sink);
      case SENT_BACK -> addWithReason(ended, Measure.SENT_BACK, leg, sink);
      case FORWARDED -> add(ended, Measure.FORWARDED, subject, sink);
      case WITHDRAWN -> add(ended, Measure.WITHDRAWN, subject, sink);
      case RUNNING, COMPLETED, TRIAGED -> {}
    }
  }

  private static void addWithReason(
      Instant ended, Measure measure, Leg leg, Consumer<Contribution> sink) {
    UUID subject = leg.referralId().value();
    add(ended, measure, subject, sink);
    String reason = leg.course().reason();
    if (reason != null) {
      BucketKey key = new BucketKey(Period.dayOf(ended), new OfReason(reason));
      sink.accept(new Counted(key, Cell.count(measure), subject));
    }
  }

  private static void add(
      Instant when, Measure measure, UUID subject, Consumer<Contribution> sink) {
    BucketKey key = new BucketKey(Period.dayOf(when), new All());
    sink.accept(new Counted(key, Cell.count(measure), subject));
  }
}
