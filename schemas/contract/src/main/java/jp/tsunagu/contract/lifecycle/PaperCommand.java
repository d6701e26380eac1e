package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.jspecify.annotations.Nullable;

/** Commands about what is handed out for a meeting (資料). */
public sealed interface PaperCommand extends CaseCommand {

  /**
   * Whoever runs a meeting hands out a sheet for an item: sealed, or on paper to an agency without
   * a connector.
   *
   * @param sheetVersion which version of the sheet it is at who hands it out
   * @param recipients who gets a copy, at least one
   */
  record HandOutPapers(
      CommandHeader header,
      MeetingRequestId item,
      FormRef form,
      int sheetVersion,
      Set<AgencyId> recipients,
      @Nullable SealedDossier dossier)
      implements PaperCommand {
    public HandOutPapers {
      recipients = Set.copyOf(recipients);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * An agency reads its copy for the first time.
   *
   * @param number of the copy (資料番号)
   */
  record OpenPaper(CommandHeader header, int number) implements PaperCommand {}

  /**
   * Copies are called back, or came back on paper (回収).
   *
   * @param numbers of the copies, at least one
   */
  record CallBackPapers(CommandHeader header, Set<Integer> numbers) implements PaperCommand {
    public CallBackPapers {
      numbers = Set.copyOf(numbers);
    }
  }
}
