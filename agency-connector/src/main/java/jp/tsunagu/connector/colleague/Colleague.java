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
 * @param name as her colleagues read it; empty where the login told none or its time is over
 * @param leads whether she leads others there (機関の責任者)
 * @param awayUntil the last day of an absence
 * @param cover who goes on with her work while she is away or once she has left; none leaves it to
 *     who leads
 * @param leftFrom the first day on which she works here no more
 */
public record Colleague(
    UUID id,
    String account,
    String name,
    boolean leads,
    Instant lastSeen,
    Optional<LocalDate> awayUntil,
    Optional<UUID> cover,
    Optional<LocalDate> leftFrom) {

  /** Whether she works here no more on this day. */
  public boolean hasLeft(LocalDate today) {
    return leftFrom.filter(day -> !day.isAfter(today)).isPresent();
  }

  /** Whether she works here and is away on this day. */
  public boolean isAway(LocalDate today) {
    return !hasLeft(today) && awayUntil.filter(last -> !last.isBefore(today)).isPresent();
  }

  /** As her colleagues call her. */
  public String called() {
    return name.isEmpty() ? account : name;
  }

  @Override
  public String toString() {
    return "Colleague[" + id + "]";
  }
}
