package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.jspecify.annotations.Nullable;

/**
 * Events of what is handed out for a meeting (資料): who, when, which form; never what stands on it.
 */
public sealed interface PaperEvent extends CaseEvent {

  /**
   * 資料の配布.
   *
   * @param sheetVersion which version of the sheet it is at who handed it out
   * @param copies one of each who gets it; a recipient is told of its own alone
   */
  record PapersHandedOut(
      EventHeader header,
      MeetingRequestId item,
      FormRef form,
      int sheetVersion,
      List<PaperCopy> copies,
      @Nullable DossierOutline dossier)
      implements PaperEvent {
    public PapersHandedOut {
      copies = List.copyOf(copies);
    }
  }

  /** 資料の閲覧: the agency read its copy for the first time. */
  record PaperOpened(EventHeader header, int number) implements PaperEvent {}

  /** 資料の回収: a sealed copy is read no more, one on paper came back. */
  record PapersCalledBack(EventHeader header, Set<Integer> numbers) implements PaperEvent {
    public PapersCalledBack {
      numbers = Set.copyOf(numbers);
    }
  }
}
