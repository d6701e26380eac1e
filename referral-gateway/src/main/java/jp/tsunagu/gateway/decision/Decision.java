package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;

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
   * @param details what may not be told of them
   * @param recipients who may not be told it
   * @param openReferral the referral that is in the way
   * @param nextSteps what can be done instead, best first
   */
  record Refuse(
      RefusalCode code,
      Set<PersonRef> persons,
      Set<DetailKind> details,
      Set<AgencyId> recipients,
      @Nullable ReferralId openReferral,
      List<NextStep> nextSteps)
      implements Decision {
    public Refuse {
      persons = Set.copyOf(persons);
      details = Set.copyOf(details);
      recipients = Set.copyOf(recipients);
      nextSteps = List.copyOf(nextSteps);
    }

    /** One with this next step. */
    public static Refuse with(RefusalCode code, NextStep step) {
      return new Refuse(code, Set.of(), Set.of(), Set.of(), null, List.of(step));
    }

    static Refuse because(RefusalCode code) {
      return about(code, Set.of());
    }

    static Refuse about(RefusalCode code, Set<PersonRef> persons) {
      return about(code, persons, Set.of(), Set.of());
    }

    static Refuse about(
        RefusalCode code,
        Set<PersonRef> persons,
        Set<DetailKind> details,
        Set<AgencyId> recipients) {
      return new Refuse(code, persons, details, recipients, null, NextSteps.of(code));
    }

    /** A referral of the case to the same receiver is still open. */
    static Refuse beside(ReferralId open) {
      RefusalCode code = RefusalCode.REFERRAL_STILL_OPEN;
      return new Refuse(code, Set.of(), Set.of(), Set.of(), open, NextSteps.of(code));
    }
  }
}
