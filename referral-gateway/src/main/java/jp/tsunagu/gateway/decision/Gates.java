package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import jp.tsunagu.contract.lifecycle.Round;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * What a step of 多機関協働 waits for in this city (狛江市 図19, 図21), and what of it is missing. A step can
 * always be done with an exception, which then stands in its event: a household must not get stuck
 * because a paper is missing.
 *
 * @param given what the step itself brings: roles with a つなぎ戻し, the decision of the meeting that is
 *     being recorded
 */
record Gates(Attempt attempt, FlowStep step, Set<FlowRequirement> given) {

  /** Keeps an unmodifiable copy. */
  Gates {
    given = Set.copyOf(given);
  }

  static Gates before(Attempt attempt, FlowStep step) {
    return new Gates(attempt, step, Set.of());
  }

  /** A ground (死亡, 転出 …) takes the place of all a 終結 would wait for. */
  static Gates closing(Attempt attempt, @Nullable ClosingGround ground) {
    return new Gates(
        attempt, FlowStep.CLOSING, ground == null ? Set.of() : Set.of(FlowRequirement.values()));
  }

  /** What is missing, in the order of the city's list. */
  List<FlowRequirement> missing() {
    return attempt.context().directory().requirements(step).stream()
        .filter(requirement -> !given.contains(requirement) && !holds(requirement))
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
    if (step == FlowStep.CLOSING) {
      ways.add(NextStep.GIVE_CLOSING_GROUND);
    }
    ways.add(NextStep.GIVE_EXCEPTION);
    return new Refuse(
        RefusalCode.STEP_NOT_READY,
        missing.contains(FlowRequirement.CONSENT_OF_EACH_PERSON) ? withoutConsent() : Set.of(),
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
      case UNKNOWN -> NextStep.UPDATE_PROGRAM;
    };
  }

  private boolean holds(FlowRequirement requirement) {
    return switch (requirement) {
      case CONSENT_OF_EACH_PERSON -> withoutConsent().isEmpty();
      case ASSESSMENT -> stands(KnownForm.ASSESSMENT, round()::has);
      case PLAN -> stands(KnownForm.PLAN, this::isOfTheStepsPlan);
      case ITEM_DECIDED -> round().plans(round().itemDecidedAt());
      case EVALUATION -> stands(KnownForm.EVALUATION, round()::plans);
      case DECIDED -> isDecided();
      case ROLES_AND_LEAD, UNKNOWN -> false;
    };
  }

  /** A new 支援決定 needs a new plan (再プラン); what follows it goes on with the plan it was about. */
  private boolean isOfTheStepsPlan(long sequence) {
    return step == FlowStep.SUPPORT_DECISION ? round().plans(sequence) : round().has(sequence);
  }

  private boolean stands(KnownForm form, LongPredicate inTime) {
    return sheet(form).filter(sheet -> inTime.test(sheet.sequence())).isPresent();
  }

  private Optional<RecordedForm> sheet(KnownForm form) {
    return state().forms().stream().filter(sheet -> form.is(sheet.form())).findFirst();
  }

  /** Once 多機関協働 has ended, screened or closed, there is a result to tell. */
  private boolean isDecided() {
    return switch (state().coordination()) {
      case Coordination.None _, Coordination.Requested _ -> false;
      case Coordination.Open open -> open.supportDecided();
      case Coordination.Closed _ -> true;
    };
  }

  /** Those the plan is about who have not applied (利用申込②), or no longer; nobody without a plan. */
  private Set<PersonRef> withoutConsent() {
    Set<PersonRef> persons =
        new HashSet<>(sheet(KnownForm.PLAN).map(RecordedForm::persons).orElse(Set.of()));
    consented().forEach(persons::remove);
    return persons;
  }

  private Stream<PersonRef> consented() {
    return state().consents().stream()
        .filter(consent -> consent.terms().purpose() == ConsentPurpose.COORDINATION)
        .filter(consent -> !consent.terms().recipients().isEmpty())
        .filter(consent -> ConferenceKinds.isValidOn(consent, attempt.today()))
        .map(consent -> consent.terms().person());
  }

  private Round round() {
    return state().coordination() instanceof Coordination.Open open
        ? open.round()
        : new Round(0, 0, 0);
  }

  private CaseState state() {
    return attempt.state();
  }
}
