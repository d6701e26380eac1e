package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.StepPapers;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * What a step of 多機関協働 (狛江市 図19, 図21) or of a support beside the case (図12, 図15) waits for in this
 * city, and what of it is missing. A step can be done with an exception, which then stands in its
 * event: a household must not get stuck because a paper is missing.
 *
 * @param person for whom a support beside the case is; none for a step of 多機関協働
 * @param given what the step itself brings: roles with a つなぎ戻し, the decision of the meeting that is
 *     being recorded
 */
record Gates(
    Attempt attempt, FlowStep step, @Nullable PersonRef person, Set<FlowRequirement> given) {

  /** Keeps an unmodifiable copy. */
  Gates {
    given = Set.copyOf(given);
  }

  static Gates before(Attempt attempt, FlowStep step) {
    return new Gates(attempt, step, null, Set.of());
  }

  /** A ground (死亡, 転出 …) takes the place of all a 終結 would wait for. */
  static Gates closing(Attempt attempt, @Nullable ClosingGround ground) {
    return new Gates(
        attempt,
        FlowStep.CLOSING,
        null,
        ground == null ? Set.of() : Set.of(FlowRequirement.values()));
  }

  /**
   * Of a support beside the case.
   *
   * @param free whether something takes the place of all it would wait for
   */
  static Gates beside(Attempt attempt, FlowStep step, PersonRef person, boolean free) {
    return new Gates(attempt, step, person, free ? Set.of(FlowRequirement.values()) : Set.of());
  }

  /** What is missing, in the order of the city's list. */
  List<FlowRequirement> missing() {
    return attempt.context().directory().requirements(step).stream()
        .filter(requirement -> !given.contains(requirement) && !papers().holds(requirement))
        .toList();
  }

  /** Whether nothing is missing, or somebody said why it is done nevertheless. */
  Optional<Refuse> mustBeOpen(@Nullable FlowException exception) {
    List<FlowRequirement> missing = missing();
    return missing.isEmpty() || exception != null
        ? Optional.empty()
        : Optional.of(refused(missing));
  }

  /** What the event says of it: nothing where nothing was missing. */
  @Nullable PassedGate passedFor(@Nullable FlowException exception) {
    List<FlowRequirement> missing = missing();
    return missing.isEmpty() || exception == null ? null : new PassedGate(exception, missing);
  }

  private Refuse refused(List<FlowRequirement> missing) {
    List<NextStep> ways = new ArrayList<>(missing.stream().map(Gates::wayTo).toList());
    if (step.isAnEnd()) {
      ways.add(NextStep.GIVE_CLOSING_GROUND);
    }
    if (step != FlowStep.PARTICIPATION_START) {
      ways.add(NextStep.GIVE_EXCEPTION);
    }
    return new Refuse(
        RefusalCode.STEP_NOT_READY,
        missing.contains(FlowRequirement.CONSENT_OF_EACH_PERSON)
            ? papers().withoutConsent()
            : Set.of(),
        Set.of(),
        Set.of(),
        null,
        ways);
  }

  private static NextStep wayTo(FlowRequirement requirement) {
    return switch (requirement) {
      case CONSENT_OF_EACH_PERSON -> NextStep.RECORD_COORDINATION_CONSENT;
      case ASSESSMENT -> NextStep.RECORD_ASSESSMENT;
      case PLAN -> NextStep.RECORD_PLAN;
      case ITEM_DECIDED -> NextStep.DECIDE_IN_MEETING;
      case ROLES_AND_LEAD -> NextStep.SETTLE_ROLES;
      case EVALUATION -> NextStep.RECORD_EVALUATION;
      case DECIDED -> NextStep.DECIDE_SUPPORT;
      case JUDGED_NEEDED -> NextStep.JUDGE_IN_MEETING;
      case PARTICIPATION_PLAN -> NextStep.RECORD_PARTICIPATION_PLAN;
      case PLACE_ASSESSED -> NextStep.RECORD_PLACE_ASSESSMENT;
      case PARTICIPATION_EVALUATION -> NextStep.RECORD_PARTICIPATION_EVALUATION;
      case OUTREACH_PLAN -> NextStep.RECORD_OUTREACH_PLAN;
      case CONTACT -> NextStep.RECORD_CONTACT;
      case OUTREACH_EVALUATION -> NextStep.RECORD_OUTREACH_EVALUATION;
      case UNKNOWN -> NextStep.UPDATE_PROGRAM;
    };
  }

  private StepPapers papers() {
    return new StepPapers(attempt.state(), step, person, attempt.today());
  }
}
