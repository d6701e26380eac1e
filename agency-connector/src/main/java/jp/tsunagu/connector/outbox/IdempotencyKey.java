package jp.tsunagu.connector.outbox;

import jp.tsunagu.contract.dossier.Bytes;

/**
 * How a repetition is recognised (Idempotency-Key); kept 60 days per agency.
 *
 * @param key chosen by the agency's system, 1 to 200 characters
 * @param fingerprint SHA-256 of what was asked (method, path and body), so that the key used for
 *     something else is noticed
 */
public record IdempotencyKey(String key, Bytes fingerprint) {

  public IdempotencyKey {
    if (key.isBlank() || key.length() > 200) {
      throw new IllegalArgumentException("an idempotency key has 1 to 200 characters");
    }
  }
}
