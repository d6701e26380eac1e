package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.paper.MeetingPapers;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.PaperStage;
import jp.tsunagu.runtime.site.Offers;

/** The papers (資料) of an item of a meeting, as one agency has them or handed them out. */
final class ItemPapers {

  static final String HAND_OUT = "hand-out-papers";
  static final String CALL_BACK = "call-back-papers";
  static final String OPEN = "open-paper";

  private ItemPapers() {}

  /**
   * A copy.
   *
   * @param to who got it; empty where it is this agency's own
   * @param stage in words
   * @param read where it is read, below the forms of the case; empty where it is not
   * @param isToOpen whether this agency has still to open it
   * @param isPrinted whether it can be printed
   */
  record Paper(
      int number,
      String title,
      String to,
      String stage,
      Instant changedAt,
      String read,
      boolean isToOpen,
      boolean isPrinted) {}

  /** Of this item. */
  static List<Paper> of(Window window, AgencyId agency, CaseView view, MeetingRequestId item) {
    return MeetingPapers.of(agency, view).stream()
        .filter(paper -> paper.item().equals(item))
        .map(paper -> paper(window, agency, paper))
        .toList();
  }

  private static Paper paper(Window window, AgencyId agency, HandedPaper paper) {
    boolean isOwn = paper.copy().agency().equals(agency);
    boolean isOpened = paper.stage() == PaperStage.OPENED;
    return new Paper(
        paper.copy().number(),
        window.directory().titleOf(paper.form()),
        isOwn ? "" : window.nameOf(paper.copy().agency()),
        paper.copy().onPaper() ? "紙で" + paper.stage().label() : paper.stage().label(),
        paper.changedAt(),
        isOwn && isOpened ? "/received/" + paper.dossierId() : "",
        isOwn && !isOpened,
        isOwn ? isOpened : paper.isOut());
  }

  /** Those of this item that others have and that are to come back. */
  static List<Paper> out(Window window, AgencyId agency, CaseView view, MeetingRequestId item) {
    return MeetingPapers.of(agency, view).stream()
        .filter(paper -> paper.item().equals(item) && paper.isOut())
        .filter(paper -> !paper.copy().agency().equals(agency))
        .map(paper -> paper(window, agency, paper))
        .toList();
  }

  /** The table for what is handed out. */
  static Offers offers(
      Window window, CasePage found, CommandForm form, MeetingItem item, Offers usual) {
    Set<AgencyId> some = form.name().equals(HAND_OUT) ? item.notice().invited() : Set.of();
    return some.isEmpty()
        ? usual
        : new Offers(
            window.directory().agencies().stream()
                .map(Agency::agencyId)
                .filter(Predicate.not(some::contains).or(found.agency()::equals))
                .collect(Collectors.toSet()));
  }
}
