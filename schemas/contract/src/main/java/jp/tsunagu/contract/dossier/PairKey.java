package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;

/**
 * A key that a sender and a recipient use for some dossiers, wrapped to the recipient (HPKE).
 *
 * @param pairKeyId names it; no hash of a key that is secret
 * @param keyId which of the recipient's public keys
 */
public record PairKey(KeyId pairKeyId, AgencyId recipient, KeyId keyId, Bytes wrapped) {}
