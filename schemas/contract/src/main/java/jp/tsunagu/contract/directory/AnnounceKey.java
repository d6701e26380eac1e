package jp.tsunagu.contract.directory;

import java.time.Instant;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * An agency announces its new public key through its own outbox; the record key is the agency id.
 *
 * @param signingKey where it is new too; filled by the announcing connector
 */
public record AnnounceKey(
    CommandId commandId, Instant enteredAt, PublicKey key, @Nullable SigningKey signingKey) {

  /** Under the signing key that was announced before, if any. */
  public AnnounceKey(CommandId commandId, Instant enteredAt, PublicKey key) {
    this(commandId, enteredAt, key, null);
  }
}
