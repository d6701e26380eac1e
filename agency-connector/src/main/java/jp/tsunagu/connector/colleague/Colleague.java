package jp.tsunagu.connector.colleague;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who has logged in at an agency.
 *
 * @param id by which pages and addresses name her; tells nothing of who she is
 * @param account as the login names her
 * @param name as her colleagues read it
 * @param leads whether she leads others there (機関の責任者)
 * @param awayUntil the last day of an absence
 * @param cover who stands in for that time
 * @param leftAt since when she works here no more
 */
public record Colleague(
    UUID id,
    String account,
    String name,
    boolean leads,
    Instant lastSeen,
    Optional<LocalDate> awayUntil,
    Optional<UUID> cover,
    Optional<Instant> leftAt) {

  /** Whether she is away on this day and somebody stands in. */
  public boolean isCovered(LocalDate today) {
    return leftAt.isEmpty()
        && cover.isPresent()
        && awayUntil.filter(last -> !last.isBefore(today)).isPresent();
  }

  /** Whether she works here. */
  public boolean isHere() {
    return leftAt.isEmpty();
  }

  @Override
  public String toString() {
    return "Colleague[" + id + "]";
  }
}
