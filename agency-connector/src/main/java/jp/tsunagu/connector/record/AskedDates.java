package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.DateAnswer;

/**
 * On which day a meeting of one item could be (日程調整), as this agency knows it.
 *
 * @param candidates when the meeting would begin
 * @param minutes how long it would take
 * @param asked who is asked
 * @param open whether it can still be answered: no day is chosen yet
 * @param replies by agency, what it says to each candidate: this agency's own; for whoever
 *     organises those of the others too
 */
public record AskedDates(
    AskedItem item,
    List<Instant> candidates,
    int minutes,
    Set<AgencyId> asked,
    Instant askedAt,
    boolean open,
    SortedMap<AgencyId, Map<Instant, DateAnswer>> replies) {

  /** Keeps copies. */
  public AskedDates {
    candidates = List.copyOf(candidates);
    asked = Set.copyOf(asked);
    replies = new TreeMap<>(replies);
  }

  /** What an agency says to each candidate; empty where it said nothing yet. */
  public Map<Instant, DateAnswer> repliesOf(AgencyId agency) {
    return replies.getOrDefault(agency, Map.of());
  }

  /** Whether this agency still has to answer a candidate. */
  public boolean awaits(AgencyId agency) {
    return open && asked.contains(agency) && !repliesOf(agency).keySet().containsAll(candidates);
  }
}
