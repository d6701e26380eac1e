package jp.tsunagu.stats.figure;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Span;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contributions.Sink;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfField;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;

/** 担当件数: what is open now, with whom and how far; what is due soon and overdue. */
final class Caseload {

  private Caseload() {}

  static void add(CaseFacts facts, Sink sink) {
    UUID subject = facts.caseId().value();
    List<Hold> holds = Holds.of(facts);
    openCases(facts, holds)
        .forEach(where -> sink.add(now(where), Cell.count(Measure.OPEN_CASES), subject));
    stages(facts, holds)
        .forEach(
            (agency, reached) ->
                reached.forEach(
                    stage -> sink.add(now(new OfAgency(agency)), Cell.stage(stage), subject)));
    stages(facts, holds).values().stream()
        .flatMap(Set::stream)
        .distinct()
        .forEach(stage -> sink.add(now(new All()), Cell.stage(stage), subject));
    facts.legs().stream().filter(Leg::waits).forEach(leg -> dueFigures(leg, sink));
  }

  private static BucketKey now(Dimension dimension) {
    return new BucketKey(new Period.Now(), dimension);
  }

  /** Where an open case counts once each; nowhere if nobody holds it and nobody is asked. */
  private static Set<Dimension> openCases(CaseFacts facts, List<Hold> holds) {
    Set<Dimension> where = new HashSet<>();
    if (Holds.anywhere(facts, holds).stream().noneMatch(Span::isOpen)) {
      return where;
    }
    where.add(new All());
    Reception reception = facts.reception();
    if (reception != null) {
      where.add(new OfArea(reception.area()));
      where.add(new OfUrgency(reception.urgency()));
      reception.settledFields().forEach(field -> where.add(new OfField(field)));
    }
    holds.stream()
        .filter(hold -> hold.span().isOpen())
        .forEach(hold -> where.add(new OfAgency(hold.holder())));
    return where;
  }

  private static Map<AgencyId, Set<Stage>> stages(CaseFacts facts, List<Hold> holds) {
    Map<AgencyId, Set<Stage>> stages =
        holds.stream()
            .filter(hold -> hold.span().isOpen() && hold.as() == Hold.HeldAs.RECEPTION)
            .collect(
                Collectors.toMap(Hold::holder, _ -> EnumSet.of(Stage.CONSULTING), (one, _) -> one));
    for (Leg leg : facts.legs()) {
      if (leg.end() == LegEnd.RUNNING) {
        reach(stages, leg.receiver(), stageOf(leg));
      }
    }
    for (Coordinated one : facts.coordinations()) {
      if (one.at(CoordinationStep.ENDED) == null) {
        reach(stages, one.tenures().getLast().coordinator(), stageOf(one));
      }
    }
    return stages;
  }

  private static void reach(Map<AgencyId, Set<Stage>> stages, AgencyId agency, Stage stage) {
    stages.computeIfAbsent(agency, _ -> EnumSet.noneOf(Stage.class)).add(stage);
  }

  private static Stage stageOf(Leg leg) {
    if (leg.reached(Step.FIRST_CONTACT)) {
      return Stage.IN_CONTACT;
    }
    if (leg.reached(Step.ACCEPTED)) {
      return Stage.ACCEPTED;
    }
    if (leg.kind() == ReferralKind.SHEET && leg.round() == 0) {
      return Stage.SUBMITTED;
    }
    if (leg.reached(Step.OPENED)) {
      return Stage.OPENED;
    }
    return leg.reached(Step.ARRIVED) ? Stage.ARRIVED : Stage.SENT;
  }

  private static Stage stageOf(Coordinated one) {
    if (one.at(CoordinationStep.HANDED_BACK) != null) {
      return Stage.HANDED_BACK;
    }
    if (one.at(CoordinationStep.SUPPORT_DECIDED) != null) {
      return Stage.SUPPORT_DECIDED;
    }
    return one.at(CoordinationStep.ACCEPTED) != null
        ? Stage.COORDINATING
        : Stage.COORDINATION_REQUESTED;
  }

  private static void dueFigures(Leg leg, Sink sink) {
    boolean overdue = leg.reached(Step.OVERDUE);
    if (overdue || leg.reached(Step.DUE_SOON)) {
      Cell cell = Cell.count(overdue ? Measure.OVERDUE : Measure.DUE_SOON);
      UUID subject = leg.referralId().value();
      sink.add(now(new All()), cell, subject);
      sink.add(now(new OfAgency(leg.receiver())), cell, subject);
    }
  }
}
