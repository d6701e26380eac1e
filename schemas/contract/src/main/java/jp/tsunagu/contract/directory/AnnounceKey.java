package jp.tsunagu.contract.directory;

import java.time.Instant;
import jp.tsunagu.contract.id.CommandId;

/**
 * An agency announces its new public key through its own outbox; the record key is the agency id.
 */
public record AnnounceKey(CommandId commandId, Instant enteredAt, PublicKey key) {}
