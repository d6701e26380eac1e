package jp.tsunagu.contract.directory;

import java.time.Instant;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * A public key to which dossiers are sealed (HPKE, as a serialised public keyset).
 *
 * @param announcedAt when its agency announced it
 * @param signature by the agency's signing key, over network, agency, key id, keyset and time;
 *     filled by the announcing connector
 */
public record PublicKey(
    KeyId keyId, Bytes keyset, Instant announcedAt, @Nullable KeySignature signature) {

  /** A key that nobody signed. */
  public PublicKey(KeyId keyId, Bytes keyset, Instant announcedAt) {
    this(keyId, keyset, announcedAt, null);
  }
}
