package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides a command of several steps, each on the case as the steps before leave it. The first step
 * that cannot be refuses all of them.
 */
final class Steps {

  private Steps() {}

  /** One step of a command. */
  @FunctionalInterface
  interface Step {
    Decision decide(Attempt attempt);
  }

  static Decision decide(Attempt attempt, List<Step> steps) {
    List<CaseEvent> events = new ArrayList<>();
    Attempt next = attempt;
    for (Step step : steps) {
      switch (step.decide(next)) {
        case Decision.Emit(List<CaseEvent> made) -> {
          events.addAll(made);
          next = next.in(CaseLifecycle.evolve(next.state(), made));
        }
        case Refuse refuse -> {
          return refuse;
        }
      }
    }
    return new Decision.Emit(events);
  }
}
