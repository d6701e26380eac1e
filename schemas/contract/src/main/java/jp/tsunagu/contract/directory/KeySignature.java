package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;

/**
 * An agency's signature (Ed25519).
 *
 * @param signedBy the signing key it was made with
 * @param signature 64 bytes
 */
public record KeySignature(KeyId signedBy, Bytes signature) {}
