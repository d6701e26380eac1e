package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contributions.Sink;
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

  static void add(CaseFacts facts, Predicate<Leg> counted, Sink sink) {
    facts.legs().stream()
        .filter(counted.and(Leg::asked))
        .forEach(leg -> addLeg(facts, leg, sink));
  }

  private static void addLeg(CaseFacts facts, Leg leg, Sink sink) {
    Period sentOn = Period.dayOf(leg.sentAt());
    for (Dimension where : dimensions(facts, leg)) {
      BucketKey key = new BucketKey(sentOn, where);
      sink.add(key, Cell.count(Measure.SENT), leg.referralId().value());
      if (leg.reached(Step.ANSWERED) || leg.end() == LegEnd.RUNNING) {
        sink.add(key, Cell.count(answer(leg)), leg.referralId().value());
      }
      Instant overdue = leg.at(Step.OVERDUE);
      if (overdue != null) {
        sink.add(
            new BucketKey(Period.dayOf(overdue), where),
            Cell.count(Measure.BECAME_OVERDUE),
            leg.referralId().value());
      }
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
    List<Dimension> all = new ArrayList<>(List.of(new All(), new OfUrgency(leg.urgency())));
    AreaId area = facts.area();
    if (area != null) {
      all.add(new OfArea(area));
    }
    return all;
  }
}
