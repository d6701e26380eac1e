package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.PaperCommand;
import jp.tsunagu.contract.lifecycle.PaperCommand.CallBackPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.OpenPaper;
import jp.tsunagu.contract.lifecycle.PaperCopy;
import jp.tsunagu.contract.lifecycle.PaperEvent.PaperOpened;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;
import jp.tsunagu.contract.lifecycle.PaperStage;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides about papers for a meeting (資料): whoever runs it hands them out to who sits at the table,
 * and calls them back (回収); who has a copy reads it.
 */
final class PaperDecider {

  private PaperDecider() {}

  static Decision decide(Attempt attempt, PaperCommand command) {
    return Rule.decide(
        attempt,
        List.of(CaseRules::actorMustTakePart),
        () ->
            switch (command) {
              case HandOutPapers c ->
                  ConferenceDecider.onItem(attempt, c.item(), item -> handOut(item, c));
              case OpenPaper c -> open(attempt, c);
              case CallBackPapers c -> callBack(attempt, c);
            });
  }

  private static Decision handOut(ItemAttempt item, HandOutPapers command) {
    List<AgencyId> recipients = command.recipients().stream().sorted().toList();
    return item.decide(
        List.of(
            PaperDecider::actorMustRunIt,
            a ->
                Rule.require(
                    a.item().stage() != ItemStage.WITHDRAWN, RefusalCode.MEETING_ITEM_NOT_OPEN),
            a ->
                Rule.require(
                    KnownForm.of(command.form()).isPresent() || a.attempt().hasForm(command.form()),
                    RefusalCode.FORM_UNKNOWN),
            _ -> Rule.require(!recipients.isEmpty(), RefusalCode.PAPER_RECIPIENTS_MISSING),
            a -> recipientsMustSitAtTheTable(a, recipients),
            a ->
                Rule.require(
                    a.state().papers().size() + recipients.size() <= PaperCopy.MOST,
                    RefusalCode.PAPERS_TOO_MANY),
            a -> Dossiers.check(a.attempt(), command.dossier(), command.recipients())),
        () ->
            item.attempt()
                .emit(
                    header ->
                        new PapersHandedOut(
                            header,
                            command.item(),
                            command.form(),
                            command.sheetVersion(),
                            copies(item, recipients),
                            Dossiers.outline(command.dossier()))));
  }

  private static List<PaperCopy> copies(ItemAttempt item, List<AgencyId> recipients) {
    int before = item.state().papers().size();
    return IntStream.range(0, recipients.size())
        .mapToObj(
            place ->
                new PaperCopy(
                    before + place + 1,
                    recipients.get(place),
                    item.attempt().isOnPaper(recipients.get(place))))
        .toList();
  }

  private static Optional<Refuse> actorMustRunIt(ItemAttempt item) {
    return Parties.organises(item.item(), item.actor())
        ? Optional.empty()
        : ConferenceRules.actorMustHaveAskedOrCoordinate(item);
  }

  private static Optional<Refuse> recipientsMustSitAtTheTable(
      ItemAttempt item, List<AgencyId> recipients) {
    return Rule.require(
        recipients.stream()
            .allMatch(
                one ->
                    !one.equals(item.actor())
                        && Parties.sees(item.state(), item.item(), one, item.attempt().roll())),
        RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  /** To everybody but who has it, and once it was called back, a copy does not exist. */
  private static Decision open(Attempt attempt, OpenPaper command) {
    Optional<HandedPaper> paper =
        attempt
            .state()
            .paper(command.number())
            .filter(each -> each.copy().agency().equals(attempt.actor()))
            .filter(each -> !each.copy().onPaper());
    if (paper.isEmpty()) {
      return Refuse.because(RefusalCode.PAPER_UNKNOWN);
    }
    return paper.get().stage() == PaperStage.OPENED
        ? Refuse.because(RefusalCode.PAPER_ALREADY_OPENED)
        : attempt.emit(header -> new PaperOpened(header, command.number()));
  }

  private static Decision callBack(Attempt attempt, CallBackPapers command) {
    boolean mine =
        !command.numbers().isEmpty()
            && command.numbers().stream()
                .allMatch(
                    number ->
                        attempt
                            .state()
                            .paper(number)
                            .flatMap(paper -> attempt.state().meeting(paper.item()))
                            .map(item -> new ItemAttempt(attempt, item))
                            .filter(item -> actorMustRunIt(item).isEmpty())
                            .isPresent());
    return mine
        ? attempt.emit(header -> new PapersCalledBack(header, command.numbers()))
        : Refuse.because(RefusalCode.PAPER_UNKNOWN);
  }
}
