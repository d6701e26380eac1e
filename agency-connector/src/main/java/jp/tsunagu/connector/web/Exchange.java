package jp.tsunagu.connector.web;

import java.time.Duration;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A POST as it was received, before its body is understood.
 *
 * @param ifMatch value of {@code If-Match}; none if it was absent
 * @param patience how long the caller wants to wait for the network's answer, at most 10 s
 * @param body at most 2 MB
 */
record Exchange(
    AgencyId agency, IdempotencyKey key, @Nullable String ifMatch, Duration patience, byte[] body) {

  @Override
  public String toString() {
    return "Exchange[" + agency + ", " + body.length + " bytes]";
  }
}
