package jp.tsunagu.connector.record;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;

/**
 * A public key of another agency.
 *
 * @param fingerprint to be compared by telephone
 * @param firstSeenAt when this agency saw it first
 * @param newest parts are sealed to it
 */
public record KnownKey(
    AgencyId agencyId, KeyId keyId, String fingerprint, Instant firstSeenAt, boolean newest) {}
