package jp.tsunagu.connector.inbox;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.record.InboxContent.Happened;
import jp.tsunagu.connector.record.InboxContent.KeysAnnounced;
import jp.tsunagu.connector.record.InboxContent.Told;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import org.springframework.stereotype.Component;

/**
 * Events that were passed over because the program of that day did not know their kind. Once the
 * program knows it, the case is folded anew from its inbox, and what such an event causes is done
 * then, once.
 */
@Component
public final class PassedOver {

  private final InboxRows rows;
  private final EventEffects effects;

  PassedOver(InboxRows rows, EventEffects effects) {
    this.rows = rows;
    this.effects = effects;
  }

  /** The cases with an event that was passed over and is known by now. */
  public List<CaseId> knownByNow(AgencyDatabase database) {
    return rows.knownByNow(database);
  }

  /** Folds the case from its first record on, in the transaction that is running. */
  public void foldAnew(AgencyDatabase database, CaseId caseId) {
    Changes changes = effects.open(database, List.of(caseId));
    changes.cases.forget(caseId);
    List<Long> known = new ArrayList<>();
    for (InboxRows.Kept kept : rows.ofCase(database, caseId)) {
      switch (kept.content()) {
        case Happened(CaseEvent event) when kept.passedOver() && kept.isKnown() -> {
          effects.apply(changes, event);
          known.add(kept.position());
        }
        case Happened(CaseEvent event) -> changes.cases.apply(event);
        case Told(ConsentShown shown) -> changes.cases.show(shown);
        case Told(Notice _), KeysAnnounced(AgencyKeys _) -> {}
      }
    }
    effects.write(changes);
    rows.known(database, known);
  }
}
