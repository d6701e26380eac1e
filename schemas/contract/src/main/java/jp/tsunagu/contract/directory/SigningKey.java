package jp.tsunagu.contract.directory;

import java.time.Instant;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * The key with which an agency signs what it announces (Ed25519), so that every sender's connector
 * can verify the chain of its keys without trusting gateway or broker.
 *
 * @param publicKey 32 bytes
 * @param announcedAt when its agency announced it
 * @param signature by the signing key before it, over network, agency, key id, public key and time;
 *     none for the first one, which enrolment confirms, and for one that people compared
 */
public record SigningKey(
    KeyId keyId, Bytes publicKey, Instant announcedAt, @Nullable KeySignature signature) {}
