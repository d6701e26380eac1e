package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An item that may be on the agenda.
 *
 * @param lane where it is heard
 * @param kept whether it is on an earlier revision of this sitting's agenda
 * @param known who asks and who comes for it, without those that must not be named
 * @param attending who comes for it and the members of the body, likewise
 */
record Entry(
    Candidate candidate, Lane lane, boolean kept, Set<AgencyId> known, Set<AgencyId> attending) {

  static Entry of(Candidate candidate, Sitting sitting) {
    Lane lane = sitting.laneFor(candidate.item()).orElseThrow();
    AgencyId asking = candidate.item().requestedBy();
    Set<AgencyId> known = named(Stream.concat(candidate.agencies().stream(), Stream.of(asking)));
    Set<AgencyId> attending =
        named(Stream.concat(candidate.agencies().stream(), lane.rules().members().stream()));
    return new Entry(candidate, lane, sitting.holds(candidate.item()), known, attending);
  }

  int minutes() {
    return candidate.item().wish().minutes();
  }

  boolean isKept() {
    return kept;
  }

  boolean isInItsLane() {
    return candidate.standsIn(lane.meetingId());
  }

  /** When it begins on the earlier revision. */
  Instant earlierStart() {
    return Objects.requireNonNull(candidate.item().place()).startsAt();
  }

  @Nullable Integer wishedPosition() {
    HandPlacement byHand = candidate.byHand();
    return byHand == null ? null : byHand.position();
  }

  /** How many agencies come for both. */
  long shared(Entry other) {
    return known.stream().filter(other.known::contains).count();
  }

  private static Set<AgencyId> named(Stream<AgencyId> agencies) {
    return agencies
        .filter(agency -> !agency.equals(AgencyId.WITHHELD))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
