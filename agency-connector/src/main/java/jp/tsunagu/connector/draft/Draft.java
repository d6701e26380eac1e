package jp.tsunagu.connector.draft;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;

/**
 * Something begun and not sent (下書き).
 *
 * @param key of the command it becomes, a UUID
 * @param content as the page had it: the form's JSON in UTF-8
 * @param keptUntil when it is forgotten unless it is saved again
 * @param about the form of a case it is of; empty for a つなぐシート
 * @param refused the command it had become, where the network refused that; empty for what was
 *     never sent
 */
public record Draft(
    String key,
    Sensitive<Bytes> content,
    Instant savedAt,
    Instant keptUntil,
    Optional<About> about,
    Optional<CommandId> refused) {

  /**
   * A form of a case.
   *
   * @param formId what programs call it
   */
  public record About(CaseId caseId, String formId) {}
}
