package jp.tsunagu.stats.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contributions.Sink;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;
import org.jspecify.annotations.Nullable;

/**
 * How long households wait, from sending on, in calendar and office hours; each stands in the
 * hour, on the day and in the month in which the waiting ended. An end before its beginning was entered wrongly and is
 * left out.
 */
final class Times {

  private static final Map<Step, Measure> FROM_SENDING =
      Map.of(
          Step.ARRIVED, Measure.ARRIVAL,
          Step.OPENED, Measure.OPENING,
          Step.ANSWERED, Measure.FIRST_ANSWER,
          Step.DECIDED, Measure.DECISION,
          Step.ACCEPTED, Measure.ACCEPTANCE,
          Step.FIRST_CONTACT, Measure.FIRST_CONTACT);

  private final CaseFacts facts;
  private final WorkingTime workingTime;
  private final Sink sink;

  private Times(CaseFacts facts, WorkingTime workingTime, Sink sink) {
    this.facts = facts;
    this.workingTime = workingTime;
    this.sink = sink;
  }

  static void add(
      CaseFacts facts, Predicate<Leg> counted, WorkingTime workingTime, Sink sink) {
    Times times = new Times(facts, workingTime, sink);
    facts.legs().stream().filter(counted.and(Leg::asked)).forEach(times::addLeg);
    Chains.of(facts).values().forEach(times::addChain);
  }

  private void addLeg(Leg leg) {
    FROM_SENDING.forEach((step, measure) -> addTime(leg, measure, leg.sentAt(), leg.at(step)));
    if (leg.end() == LegEnd.COMPLETED) {
      addTime(leg, Measure.COMPLETION, leg.sentAt(), leg.at(Step.ENDED));
    }
    for (Span question : leg.questions()) {
      addTime(leg, Measure.INFORMATION, question.from(), question.until());
    }
  }

  private void addChain(List<Leg> legs) {
    for (Leg leg : legs) {
      if (leg.reached(Step.FIRST_CONTACT)) {
        Instant begun = legs.getFirst().sentAt();
        addTime(leg, Measure.CHAIN_FIRST_CONTACT, begun, leg.at(Step.FIRST_CONTACT));
        return;
      }
    }
  }

  private void addTime(Leg leg, Measure measure, Instant from, @Nullable Instant until) {
    if (until == null || until.isBefore(from)) {
      return;
    }
    int calendar = DurationBins.of(Duration.between(from, until));
    int working = DurationBins.of(workingTime.between(from, until));
    for (Period period : periods(until)) {
      for (Dimension where : dimensions(leg)) {
        BucketKey key = new BucketKey(period, where);
        sink.add(key, new Cell(measure, TimeKind.CALENDAR, calendar), leg.referralId().value());
        sink.add(key, new Cell(measure, TimeKind.WORKING, working), leg.referralId().value());
      }
    }
  }

  private static List<Period> periods(Instant until) {
    return List.of(Period.hourOf(until), Period.dayOf(until), Period.monthOf(until));
  }

  private List<Dimension> dimensions(Leg leg) {
    List<Dimension> all = new ArrayList<>();
    all.add(new OfPair(leg.sender(), leg.receiver()));
    all.add(new OfUrgency(leg.urgency()));
    AreaId area = facts.area();
    if (area != null) {
      all.add(new OfArea(area));
    }
    return all;
  }
}
