package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * Decides about 情報収集: who coordinates asks several agencies at once; each gets an event of its own
 * and answers to who asked alone.
 */
final class InquiryDecider {

  private InquiryDecider() {}

  static Decision decide(Attempt attempt, InquiryCommand command) {
    return Rule.decide(
        attempt, List.of(CaseRules::actorMustTakePart), () -> byCommand(attempt, command));
  }

  private static Decision byCommand(Attempt attempt, InquiryCommand command) {
    return switch (command) {
      case AskAgencies ask -> ask(attempt, ask);
      case AnswerInquiry answer -> answer(attempt, answer);
      case TakeBackInquiry takeBack -> takeBack(attempt, takeBack);
    };
  }

  private static Decision ask(Attempt attempt, AskAgencies command) {
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            a -> InquiryRules.agenciesMustBePossible(a, command.agencies()),
            a -> InquiryRules.personsMustBeKnown(a, command.persons()),
            a -> InquiryRules.dueMustBePossible(a, command.due()),
            a -> InquiryRules.nothingMustBeOpen(a, command.agencies()),
            a -> InquiryRules.everyAgencyMustHaveABasis(a, command),
            _ -> InquiryRules.everyAgencyMustReadSomething(command),
            a -> Dossiers.check(a, command.dossier(), command.agencies())),
        () -> asked(attempt, command));
  }

  private static Decision asked(Attempt attempt, AskAgencies command) {
    ResponseClock clock = attempt.clockUntil(command.due());
    return attempt.emit(
        command.agencies().stream()
            .sorted()
            .<EventMaker>map(
                agency ->
                    header ->
                        new InquirySent(
                            header, agency, command.persons(), clock, outline(command, agency)))
            .toList());
  }

  private static @Nullable DossierOutline outline(AskAgencies command, AgencyId agency) {
    DossierOutline whole = Dossiers.outline(command.dossier());
    return whole == null ? null : whole.onlyFor(agency);
  }

  private static Decision answer(Attempt attempt, AnswerInquiry command) {
    Optional<Inquiry> open = attempt.state().openInquiry(attempt.actor());
    return open.isEmpty()
        ? Refuse.because(RefusalCode.INQUIRY_NOT_OPEN)
        : answer(attempt, command, open.get());
  }

  private static Decision answer(Attempt attempt, AnswerInquiry command, Inquiry inquiry) {
    AgencyId asker = inquiry.parties().sender();
    return Rule.decide(
        attempt,
        List.of(
            _ -> InquiryRules.somethingMustBeAnswered(command, asker),
            a -> Dossiers.check(a, command.dossier(), asker)),
        () ->
            attempt.emit(
                header ->
                    new InquiryAnswered(
                        header,
                        attempt.actor(),
                        inquiry.asked(),
                        command.unable(),
                        Dossiers.outline(command.dossier()))));
  }

  private static Decision takeBack(Attempt attempt, TakeBackInquiry command) {
    Set<AgencyId> named = command.agencies();
    List<Inquiry> open =
        attempt.state().inquiries().stream()
            .filter(Inquiry::isOpen)
            .filter(one -> named.isEmpty() || named.contains(one.parties().receiver()))
            .toList();
    return Rule.decide(
        attempt,
        List.of(
            CaseRules::actorMustBeTheCoordinator,
            CoordinationDecider::mustBeOpen,
            _ -> Rule.require(!open.isEmpty(), RefusalCode.INQUIRY_NOT_OPEN)),
        () -> attempt.emit(open.stream().map(one -> ended(one, InquiryStage.TAKEN_BACK)).toList()));
  }

  static EventMaker ended(Inquiry inquiry, InquiryStage how) {
    return header -> new InquiryEnded(header, inquiry.parties().receiver(), inquiry.asked(), how);
  }
}
