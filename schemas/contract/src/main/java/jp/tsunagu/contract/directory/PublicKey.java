package jp.tsunagu.contract.directory;

import java.time.Instant;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;

/**
 * A public key to which dossiers are sealed (HPKE, as a serialised public keyset).
 *
 * @param announcedAt when its agency announced it
 */
public record PublicKey(KeyId keyId, Bytes keyset, Instant announcedAt) {}
