package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contribution.Counted;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;

/**
 * What became of the referrals sent on a day: answered, 受領のみ (arrived or opened and nothing more),
 * or nothing at all. Never by agency: a league table would teach silent acceptance. What was
 * withdrawn before an answer counts as sent only.
 */
final class Answers {

  private Answers() {}

  static void add(CaseFacts facts, Predicate<Leg> counted, Consumer<Contribution> sink) {
    for (Leg leg : facts.legs()) {
      if (leg.course().asked() && counted.test(leg)) {
        dimensions(facts, leg).forEach(where -> addLeg(leg, where, sink));
      }
    }
  }

  private static void addLeg(Leg leg, Dimension where, Consumer<Contribution> sink) {
    BucketKey key = new BucketKey(Period.dayOf(leg.sentAt()), where);
    UUID subject = leg.referralId().value();
    sink.accept(new Counted(key, Cell.count(Measure.SENT), subject));
    if (leg.reached(Step.ANSWERED) || leg.end() == LegEnd.RUNNING) {
      sink.accept(new Counted(key, Cell.count(answer(leg)), subject));
    }
    Instant overdue = leg.at(Step.OVERDUE);
    if (overdue != null) {
      BucketKey since = new BucketKey(Period.dayOf(overdue), where);
      sink.accept(new Counted(since, Cell.count(Measure.BECAME_OVERDUE), subject));
    }
  }

  private static Measure answer(Leg leg) {
    if (leg.reached(Step.ANSWERED)) {
      return Measure.ANSWERED;
    }
    boolean acknowledged = leg.reached(Step.ARRIVED) || leg.reached(Step.OPENED);
    return acknowledged ? Measure.ACKNOWLEDGED_ONLY : Measure.NO_ANSWER;
  }

  private static List<Dimension> dimensions(CaseFacts facts, Leg leg) {
    AreaId area = facts.area();
    return area == null
        ? List.of(new All(), new OfUrgency(leg.urgency()))
        : List.of(new All(), new OfUrgency(leg.urgency()), new OfArea(area));
  }
}
