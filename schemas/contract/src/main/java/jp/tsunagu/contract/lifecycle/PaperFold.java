package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.PaperEvent.PaperOpened;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;

/** What the events of papers for meetings change. */
final class PaperFold {

  private PaperFold() {}

  static void apply(CaseDraft draft, PaperEvent event) {
    Instant when = event.header().recordedAt();
    switch (event) {
      case PapersHandedOut handedOut -> {
        DossierId dossier = draft.travelled(handedOut.dossier());
        handedOut.copies().stream()
            .map(
                copy ->
                    new HandedPaper(
                        copy,
                        handedOut.item(),
                        handedOut.form(),
                        handedOut.sheetVersion(),
                        copy.onPaper() ? null : dossier,
                        PaperStage.HANDED_OUT,
                        when))
            .forEach(draft.papers::add);
      }
      case PaperOpened opened ->
          change(draft, paper -> paper.copy().number() == opened.number(), PaperStage.OPENED, when);
      case PapersCalledBack back ->
          change(
              draft,
              paper -> back.numbers().contains(paper.copy().number()),
              PaperStage.BACK,
              when);
    }
  }

  /** Who leaves the 支援会議 reads its papers no more; those on paper have still to come back. */
  static void left(CaseDraft draft, AgencyId member, Instant when) {
    change(
        draft,
        paper -> paper.copy().agency().equals(member) && !paper.copy().onPaper(),
        PaperStage.BACK,
        when);
  }

  private static void change(
      CaseDraft draft, Predicate<HandedPaper> which, PaperStage next, Instant when) {
    draft.papers.replaceAll(
        paper -> paper.isOut() && which.test(paper) ? paper.now(next, when) : paper);
  }
}
