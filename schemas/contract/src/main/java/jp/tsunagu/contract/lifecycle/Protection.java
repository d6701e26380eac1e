package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Protection of a case (DV等支援措置): address and whereabouts are hidden from every receiver not named
 * for them, and area, receivers and exclusions from every general view.
 *
 * @param named agencies that may see whereabouts
 * @param excluded agencies that must not learn of the case at all
 * @param until last day (Asia/Tokyo) of the measure; afterwards the case stays closed until a
 *     person lifts it
 */
public record Protection(Set<AgencyId> named, Set<AgencyId> excluded, LocalDate until) {
  public Protection {
    named = Set.copyOf(named);
    excluded = Set.copyOf(excluded);
  }

  /** The day (Asia/Tokyo) from which somebody must decide about it: a month before its last. */
  public LocalDate remindsFrom() {
    return until.minusMonths(1);
  }

  /** Whether this agency may see whereabouts and contact details. */
  public boolean opensContactTo(AgencyId agency) {
    return named.contains(agency);
  }
}
