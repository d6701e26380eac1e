package jp.tsunagu.connector.inbox;

import java.util.List;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.record.InboxContent.Happened;
import jp.tsunagu.connector.record.InboxContent.KeysAnnounced;
import jp.tsunagu.connector.record.InboxContent.Told;
import jp.tsunagu.connector.record.InboxRows;
import jp.tsunagu.connector.record.Projection;
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
  private final Projection projection;
  private final EventEffects effects;

  PassedOver(InboxRows rows, Projection projection, EventEffects effects) {
    this.rows = rows;
    this.projection = projection;
    this.effects = effects;
  }

  /** The cases with an event that was passed over and is known by now. */
  public List<CaseId> knownByNow(AgencyDatabase database) {
    return rows.knownByNow(database);
  }

  /** Folds the case from its first record on, in the transaction that is running. */
  public void foldAnew(AgencyDatabase database, CaseId caseId) {
    projection.forget(database, caseId);
    for (InboxRows.Kept kept : rows.ofCase(database, caseId)) {
      switch (kept.content()) {
        case Happened(CaseEvent event) when kept.passedOver() && kept.isKnown() -> {
          effects.apply(database, event);
          rows.known(database, kept.position());
        }
        case Happened(CaseEvent event) -> projection.apply(database, event);
        case Told(ConsentShown shown) -> projection.show(database, shown);
        case Told(Notice _), KeysAnnounced(AgencyKeys _) -> {}
      }
    }
  }
}
