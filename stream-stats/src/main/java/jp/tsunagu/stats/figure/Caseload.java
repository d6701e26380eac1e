package jp.tsunagu.stats.figure;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Coordinated;
import jp.tsunagu.stats.fact.Coordinated.CoordinationStep;
import jp.tsunagu.stats.fact.Leg;
import jp.tsunagu.stats.fact.LegEnd;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Step;
import jp.tsunagu.stats.figure.Contribution.Counted;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfField;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;

/** 担当件数: what is open now, with whom and how far; what is due soon and overdue. */
final class Caseload {

  private Caseload() {}

  static void add(CaseFacts facts, List<Hold> holds, Consumer<Contribution> sink) {
    UUID subject = facts.caseId().value();
    openCases(facts, holds, where -> sink.accept(now(where, Measure.OPEN_CASES, subject)));
    Set<Stage> anywhere = EnumSet.noneOf(Stage.class);
    stages(facts, holds)
        .forEach(
            (agency, reached) -> {
              anywhere.addAll(reached);
              reached.forEach(stage -> sink.accept(now(new OfAgency(agency), stage, subject)));
            });
    anywhere.forEach(stage -> sink.accept(now(new All(), stage, subject)));
    for (Leg leg : facts.legs()) {
      if (leg.waits()) {
        addDue(leg, sink);
      }
    }
  }

  private static Counted now(Dimension where, Measure measure, UUID subject) {
    return new Counted(new BucketKey(new Period.Now(), where), Cell.count(measure), subject);
  }

  private static Counted now(Dimension where, Stage stage, UUID subject) {
    return new Counted(new BucketKey(new Period.Now(), where), Cell.stage(stage), subject);
  }

  /** Where an open case counts once each; nowhere if nobody holds it and nobody is asked. */
  private static void openCases(CaseFacts facts, List<Hold> holds, Consumer<Dimension> where) {
    if (!Holds.isOpen(facts, holds)) {
      return;
    }
    where.accept(new All());
    Reception reception = facts.reception();
    if (reception != null) {
      where.accept(new OfArea(reception.area()));
      where.accept(new OfUrgency(reception.urgency()));
      reception.settledFields().forEach(field -> where.accept(new OfField(field)));
    }
    Set<AgencyId> holders = new HashSet<>();
    for (Hold hold : holds) {
      if (hold.span().isOpen() && holders.add(hold.holder())) {
        where.accept(new OfAgency(hold.holder()));
      }
    }
  }

  private static Map<AgencyId, Set<Stage>> stages(CaseFacts facts, List<Hold> holds) {
    Map<AgencyId, Set<Stage>> stages = new HashMap<>();
    for (Hold hold : holds) {
      if (hold.span().isOpen() && hold.as() == Hold.HeldAs.RECEPTION) {
        reach(stages, hold.holder(), Stage.CONSULTING);
      }
    }
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

  private static void addDue(Leg leg, Consumer<Contribution> sink) {
    boolean overdue = leg.reached(Step.OVERDUE);
    if (overdue || leg.reached(Step.DUE_SOON)) {
      Measure measure = overdue ? Measure.OVERDUE : Measure.DUE_SOON;
      UUID subject = leg.referralId().value();
      sink.accept(now(new All(), measure, subject));
      sink.accept(now(new OfAgency(leg.receiver()), measure, subject));
    }
  }
}
