package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;

/**
 * The data key of a part, wrapped to one recipient's public key (HPKE).
 *
 * @param keyId which of the recipient's public keys
 */
public record WrappedKey(AgencyId recipient, KeyId keyId, Bytes wrapped) {}
