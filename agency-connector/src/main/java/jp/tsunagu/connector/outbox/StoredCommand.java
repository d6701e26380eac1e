package jp.tsunagu.connector.outbox;

import java.util.Optional;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;

/**
 * A row of the outbox.
 *
 * @param id order within a key is the order of ids
 * @param key record key: case id, or agency id for a public key
 * @param kind name of the command
 * @param encoded the command without its dossier
 * @param dossierId what is to be sealed into it
 * @param timesResealed how often it was sealed anew because a key had changed
 */
public record StoredCommand(
    long id,
    CommandId commandId,
    String key,
    String kind,
    Bytes encoded,
    Optional<DossierId> dossierId,
    int timesResealed) {

  /** Whether it is a piece of a file, whose content lies elsewhere. */
  boolean isPiece() {
    return kind.equals(FilePiece.class.getSimpleName());
  }
}
