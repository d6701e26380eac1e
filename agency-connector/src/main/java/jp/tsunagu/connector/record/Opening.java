package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Somebody opened a leg (開封).
 *
 * @param agency whose it was then
 * @param at when
 * @param parts what it could read by then: the names of the parts that came with the leg
 */
public record Opening(AgencyId agency, Instant at, List<String> parts) {

  /** Keeps an unmodifiable copy. */
  public Opening {
    parts = List.copyOf(parts);
  }
}
