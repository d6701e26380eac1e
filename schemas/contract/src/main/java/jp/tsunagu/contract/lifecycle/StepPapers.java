package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What of all that a step can wait for the case has: as it is shown before and as it is decided.
 *
 * @param person for whom a support beside the case is; none for a step of 多機関協働
 * @param today Asia/Tokyo; a consent is valid until the end of its last day
 */
public record StepPapers(
    CaseState state, FlowStep step, @Nullable PersonRef person, LocalDate today) {

  /** Of 多機関協働. */
  public StepPapers(CaseState state, FlowStep step, LocalDate today) {
    this(state, step, null, today);
  }

  /** Whether the case has it. */
  public boolean holds(FlowRequirement requirement) {
    return switch (requirement) {
      case CONSENT_OF_EACH_PERSON -> withoutConsent().isEmpty();
      case ASSESSMENT -> stands(KnownForm.ASSESSMENT, round()::has);
      case PLAN -> stands(KnownForm.PLAN, this::isOfTheStepsPlan);
      case ITEM_DECIDED -> round().plans(round().itemDecidedAt());
      case EVALUATION -> stands(KnownForm.EVALUATION, round()::plans);
      case DECIDED -> isDecided();
      case JUDGED_NEEDED -> isJudgedNeeded();
      case PARTICIPATION_PLAN -> isBeside(KnownForm.PARTICIPATION_PLAN);
      case PLACE_ASSESSED -> isBeside(KnownForm.PLACE_ASSESSMENT);
      case PARTICIPATION_EVALUATION -> isBeside(KnownForm.PARTICIPATION_EVALUATION);
      case OUTREACH_PLAN -> isBeside(KnownForm.OUTREACH_PLAN);
      case OUTREACH_EVALUATION -> isBeside(KnownForm.OUTREACH_EVALUATION);
      case CONTACT -> side().filter(side -> side.contacts() > 0).isPresent();
      // What the step brings itself is not in the case.
      case ROLES_AND_LEAD, UNKNOWN -> false;
    };
  }

  /** Of those a decided item names; whoever was never at a table of it does not know. */
  private boolean isJudgedNeeded() {
    return person != null
        && step.side().isPresent()
        && state.meetings().stream().anyMatch(item -> item.judgedNeeded(step.side().get(), person));
  }

  private boolean isBeside(KnownForm form) {
    return side().filter(side -> side.forms().contains(form.formId())).isPresent();
  }

  private Optional<SideSupport> side() {
    return person == null
        ? Optional.empty()
        : step.side().flatMap(kind -> state.side(kind, person));
  }

  /** A new 支援決定 needs a new plan (再プラン); what follows it goes on with the plan it was about. */
  private boolean isOfTheStepsPlan(long sequence) {
    return step == FlowStep.SUPPORT_DECISION ? round().plans(sequence) : round().has(sequence);
  }

  private boolean stands(KnownForm form, LongPredicate inTime) {
    return sheet(form).filter(sheet -> inTime.test(sheet.sequence())).isPresent();
  }

  private Optional<RecordedForm> sheet(KnownForm form) {
    return state.forms().stream().filter(sheet -> form.is(sheet.form())).findFirst();
  }

  /** Once 多機関協働 has ended, screened or closed, there is a result to tell. */
  private boolean isDecided() {
    return switch (state.coordination()) {
      case Coordination.None _, Coordination.Requested _ -> false;
      case Coordination.Open open -> open.supportDecided();
      case Coordination.Closed _ -> true;
    };
  }

  /** Those the plan is about who have not applied (利用申込②), or no longer; nobody without a plan. */
  public Set<PersonRef> withoutConsent() {
    Set<PersonRef> persons =
        new HashSet<>(sheet(KnownForm.PLAN).map(RecordedForm::persons).orElse(Set.of()));
    consented().forEach(persons::remove);
    return persons;
  }

  private Stream<PersonRef> consented() {
    return state.consents().stream()
        .filter(consent -> consent.terms().purpose() == ConsentPurpose.COORDINATION)
        .filter(consent -> !consent.terms().recipients().isEmpty())
        .filter(consent -> consent.terms().isValidOn(today))
        .map(consent -> consent.terms().person());
  }

  private Round round() {
    return state.coordination() instanceof Coordination.Open open
        ? open.round()
        : new Round(0, 0, 0);
  }
}
