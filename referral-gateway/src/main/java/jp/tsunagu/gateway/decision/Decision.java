package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;

/** What became of a command. */
public sealed interface Decision {

  /** It took effect: these events happened, with the next sequence numbers of the case. */
  record Emit(List<CaseEvent> events) implements Decision {
    public Emit {
      events = List.copyOf(events);
    }
  }

  /**
   * It had no effect, and nobody but its sender learns of it.
   *
   * @param persons whose details it is about; empty for refusals that are not about persons
   * @param nextSteps what can be done instead, best first
   */
  record Refuse(RefusalCode code, Set<PersonRef> persons, List<NextStep> nextSteps)
      implements Decision {
    public Refuse {
      persons = Set.copyOf(persons);
      nextSteps = List.copyOf(nextSteps);
    }

    static Refuse because(RefusalCode code) {
      return about(code, Set.of());
    }

    static Refuse about(RefusalCode code, Set<PersonRef> persons) {
      return new Refuse(code, persons, NextSteps.of(code));
    }
  }
}
