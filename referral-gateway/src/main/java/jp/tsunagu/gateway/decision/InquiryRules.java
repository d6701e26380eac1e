package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentScope;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Rules about 情報収集. */
final class InquiryRules {

  /** The longest time for an answer; a choice of this project. */
  static final int MOST_DAYS = 90;

  private InquiryRules() {}

  static Optional<Refuse> agenciesMustBePossible(Attempt attempt, Set<AgencyId> agencies) {
    return Rule.require(!agencies.isEmpty(), RefusalCode.INQUIRY_AGENCIES_MISSING)
        .or(
            () ->
                agencies.stream()
                    .sorted()
                    .map(agency -> Receivers.check(attempt, agency))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  static Optional<Refuse> personsMustBeKnown(Attempt attempt, Set<PersonRef> persons) {
    return Rule.require(!persons.isEmpty(), RefusalCode.INQUIRY_PERSONS_MISSING)
        .or(() -> CaseRules.personsMustBeKnown(attempt, persons));
  }

  static Optional<Refuse> dueMustBePossible(Attempt attempt, LocalDate due) {
    return Rule.require(
        due.isAfter(attempt.today()) && !due.isAfter(attempt.today().plusDays(MOST_DAYS)),
        RefusalCode.INQUIRY_DUE_NOT_POSSIBLE);
  }

  /** One question at a time: an answer is then to that question. */
  static Optional<Refuse> nothingMustBeOpen(Attempt attempt, Set<AgencyId> agencies) {
    Set<AgencyId> waiting =
        agencies.stream()
            .filter(agency -> attempt.state().openInquiry(agency).isPresent())
            .collect(Collectors.toUnmodifiableSet());
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(Refuse.about(RefusalCode.INQUIRY_ALREADY_OPEN, Set.of(), Set.of(), waiting));
  }

  /**
   * Whoever takes part already is asked as one that does. Anybody else needs a basis for everybody
   * it is asked about, or learns nothing of the case.
   */
  static Optional<Refuse> everyAgencyMustHaveABasis(Attempt attempt, AskAgencies command) {
    Set<AgencyId> outside =
        command.agencies().stream()
            .filter(agency -> !Parties.worksOn(attempt.state(), agency, attempt.roll()))
            .collect(Collectors.toUnmodifiableSet());
    Set<AgencyId> without =
        outside.stream()
            .filter(
                agency ->
                    command.persons().stream()
                        .anyMatch(person -> !mayBeAsked(attempt, person, agency)))
            .collect(Collectors.toUnmodifiableSet());
    Set<PersonRef> lacking =
        command.persons().stream()
            .filter(
                person -> without.stream().anyMatch(agency -> !mayBeAsked(attempt, person, agency)))
            .collect(Collectors.toUnmodifiableSet());
    return without.isEmpty() ? Optional.empty() : Optional.of(withoutBasis(lacking, without));
  }

  /** By a consent that stands, at least for something. */
  private static boolean hasBasis(
      Attempt attempt, PersonRef person, AgencyId giver, AgencyId recipient) {
    ConsentScope scope =
        ConsentScope.in(attempt.state(), person, giver, recipient, attempt.today());
    return !scope.excluded().containsAll(scope.allowed());
  }

  private static boolean mayBeAsked(Attempt attempt, PersonRef person, AgencyId agency) {
    return new Way(person, agency, attempt.actor(), agency).stands(attempt);
  }

  /**
   * From whom to whom something of a person goes by a question: to who is asked, and back.
   *
   * @param asked who is asked: to a member of the 支援会議 both ways are open by law
   */
  record Way(PersonRef person, AgencyId asked, AgencyId giver, AgencyId recipient) {
    boolean stands(Attempt attempt) {
      return attempt.state().members().contains(asked)
          || hasBasis(attempt, person, giver, recipient);
    }
  }

  static Stream<Way> ways(Inquiry inquiry, PersonRef person) {
    AgencyId asker = inquiry.parties().sender();
    AgencyId asked = inquiry.parties().receiver();
    return Stream.of(new Way(person, asked, asker, asked), new Way(person, asked, asked, asker));
  }

  private static Refuse withoutBasis(Set<PersonRef> persons, Set<AgencyId> agencies) {
    return new Refuse(
        RefusalCode.NO_BASIS_FOR_PERSON,
        persons,
        Set.of(),
        agencies,
        null,
        List.of(
            NextStep.RECORD_CONSENT,
            NextStep.PREPARE_SUPPORT_CONFERENCE,
            NextStep.CONNECT_FIRST,
            NextStep.LEAVE_AGENCY_OUT));
  }

  static Optional<Refuse> everyAgencyMustReadSomething(AskAgencies command) {
    return Rule.require(
        recipients(command.dossier()).containsAll(command.agencies()),
        RefusalCode.INQUIRY_TEXT_MISSING);
  }

  static Optional<Refuse> somethingMustBeAnswered(AnswerInquiry command, AgencyId asker) {
    return Rule.require(
        command.unable() != null || recipients(command.dossier()).contains(asker),
        RefusalCode.INQUIRY_ANSWER_MISSING);
  }

  private static Set<AgencyId> recipients(@Nullable SealedDossier dossier) {
    return dossier == null ? Set.of() : dossier.outline().recipients();
  }
}
