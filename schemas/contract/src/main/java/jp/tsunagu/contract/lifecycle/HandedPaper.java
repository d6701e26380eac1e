package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A copy that was handed out for a meeting, as it stands.
 *
 * @param item for which it was handed out
 * @param sheetVersion which version of the sheet it is at who handed it out
 * @param dossierId what was sealed for it; none of a copy on paper
 * @param changedAt when it was handed out, or came to where it stands
 */
public record HandedPaper(
    @Flat PaperCopy copy,
    MeetingRequestId item,
    FormRef form,
    int sheetVersion,
    @Nullable DossierId dossierId,
    PaperStage stage,
    Instant changedAt) {

  HandedPaper now(PaperStage next, Instant when) {
    return new HandedPaper(copy, item, form, sheetVersion, dossierId, next, when);
  }

  /** Whether it has not come back. */
  public boolean isOut() {
    return stage != PaperStage.BACK;
  }

  HandedPaper seenBy(Withholding withholding) {
    PaperCopy hidden =
        new PaperCopy(copy.number(), withholding.agency(copy.agency()), copy.onPaper());
    return new HandedPaper(hidden, item, form, sheetVersion, dossierId, stage, changedAt);
  }
}
