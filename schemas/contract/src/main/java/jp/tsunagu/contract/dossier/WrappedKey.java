package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * The data key of a part, wrapped for one recipient.
 *
 * @param keyId which of the recipient's public keys
 * @param pairKeyId the {@link PairKey} of the dossier under which it is wrapped instead; none where
 *     it is wrapped to the public key itself
 */
public record WrappedKey(
    AgencyId recipient, KeyId keyId, Bytes wrapped, @Nullable KeyId pairKeyId) {

  /** Wrapped to the recipient's public key. */
  public WrappedKey(AgencyId recipient, KeyId keyId, Bytes wrapped) {
    this(recipient, keyId, wrapped, null);
  }

  /** The same key without what it wraps. */
  public WrappedKey emptied() {
    return new WrappedKey(recipient, keyId, Bytes.copyOf(new byte[0]), pairKeyId);
  }
}
