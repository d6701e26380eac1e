package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentCommand;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Decides about what a person allows: 同意, 撤回, and the answers of those who hold details. */
final class ConsentDecider {

  private ConsentDecider() {}

  static Decision decide(Attempt attempt, ConsentCommand command) {
    return Rule.decide(
        attempt, List.of(CaseRules::actorMustTakePart), () -> byCommand(attempt, command));
  }

  private static Decision byCommand(Attempt attempt, ConsentCommand command) {
    return switch (command) {
      case RecordConsent consent -> record(attempt, consent);
      case WithdrawConsent withdraw -> withdraw(attempt, withdraw);
      case AnswerSharingStop answer -> answer(attempt, answer);
    };
  }

  /** Records a consent that came with a sheet, under the header of that sheet. */
  static Decision recordWith(Attempt attempt, SheetConsent consent) {
    return decide(
        attempt, new RecordConsent(attempt.header(), consent.consentId(), consent.terms()));
  }

  private static Decision record(Attempt attempt, RecordConsent command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustActForTheHousehold,
            a -> CaseRules.personMustBeKnown(a, command.terms().person()),
            a -> consentMustBeNew(a, command),
            _ -> recipientsAndScopeMustBeGiven(command),
            a -> CaseRules.agenciesMustBeRegistered(a, agenciesOf(command)),
            a -> CaseRules.agenciesMustNotBeExcluded(a, command.terms().recipients()),
            a -> dayMustHaveCome(a, command.terms().givenOn())),
        () -> recorded(attempt, command));
  }

  private static Decision recorded(Attempt attempt, RecordConsent command) {
    EventMaker consent =
        header -> new ConsentRecorded(header, command.consentId(), command.terms());
    return withKindsFollowing(attempt, List.of(consent));
  }

  /** Items of coming meetings change their kind with the consent, in the same decision. */
  private static Decision withKindsFollowing(Attempt attempt, List<EventMaker> makers) {
    return attempt.emit(
        makers, after -> ConferenceKinds.changes(after, attempt.desk(), attempt.today()));
  }

  private static Optional<Refuse> consentMustBeNew(Attempt attempt, RecordConsent command) {
    return Rule.require(
        attempt.state().consent(command.consentId()).isEmpty(), RefusalCode.CONSENT_ALREADY_EXISTS);
  }

  private static Optional<Refuse> recipientsAndScopeMustBeGiven(RecordConsent command) {
    return Rule.require(
        !command.terms().recipients().isEmpty() && !command.terms().scope().isEmpty(),
        RefusalCode.CONSENT_RECIPIENTS_MISSING);
  }

  private static Set<AgencyId> agenciesOf(RecordConsent command) {
    Set<AgencyId> agencies = new HashSet<>(command.terms().recipients());
    command.terms().exclusions().forEach(exclusion -> agencies.add(exclusion.agency()));
    return agencies;
  }

  private static Optional<Refuse> dayMustHaveCome(Attempt attempt, LocalDate day) {
    LocalDate today = TokyoTime.dateOf(attempt.now().plus(CaseRules.CLOCK_TOLERANCE));
    return Rule.require(!day.isAfter(today), RefusalCode.COMMAND_FROM_THE_FUTURE);
  }

  /** Everybody who takes part may pass on that a person took consent back. */
  private static Decision withdraw(Attempt attempt, WithdrawConsent command) {
    Optional<Consent> consent = attempt.state().consent(command.consentId());
    return consent.isPresent()
        ? withdraw(attempt, command, consent.get())
        : Refuse.because(RefusalCode.CONSENT_UNKNOWN);
  }

  private static Decision withdraw(Attempt attempt, WithdrawConsent command, Consent consent) {
    Set<AgencyId> withdrawn = new HashSet<>(consent.terms().recipients());
    if (!command.recipients().isEmpty()) {
      withdrawn.retainAll(command.recipients());
    }
    return Rule.decide(
        attempt,
        List.of(_ -> Rule.require(!withdrawn.isEmpty(), RefusalCode.CONSENT_ALREADY_WITHDRAWN)),
        () -> withdrawn(attempt, consent, withdrawn));
  }

  private static Decision withdrawn(Attempt attempt, Consent consent, Set<AgencyId> recipients) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(
        header ->
            new ConsentWithdrawn(
                header, consent.consentId(), consent.terms().person(), recipients));
    makers.addAll(Stops.askHolders(attempt.state(), consent.terms().person(), recipients));
    return withKindsFollowing(attempt, makers);
  }

  private static Decision answer(Attempt attempt, AnswerSharingStop command) {
    AgencyId holder = attempt.representedOnPaper().orElse(attempt.actor());
    return Rule.decide(
        attempt,
        List.of(
            a ->
                Rule.require(
                    Stops.isAsked(a.state(), command.person(), holder),
                    RefusalCode.NO_STOP_REQUESTED)),
        () ->
            attempt.emit(
                header -> new SharingStopped(header, command.person(), holder, command.answer())));
  }
}
