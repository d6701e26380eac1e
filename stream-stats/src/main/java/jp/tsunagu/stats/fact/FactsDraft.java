package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.EventHeader;
import org.jspecify.annotations.Nullable;

/** The facts of a case while one event is applied to them. */
final class FactsDraft {

  private final CaseName name;
  private final long sequence;
  boolean everProtected;
  @Nullable Reception reception;
  final List<Leg> legs;
  final List<Coordinated> coordinations;
  final List<Beside> beside;
  final List<Sitting> sittings;
  final List<ResourceGap> gaps;
  final List<Instant> plans;
  final Set<MeetingRequestId> unscreened;

  FactsDraft(CaseFacts facts, EventHeader header) {
    this.name = facts.name().after(header);
    this.sequence = header.sequence();
    this.everProtected = facts.everProtected();
    this.reception = facts.reception();
    this.legs = new ArrayList<>(facts.legs());
    this.coordinations = new ArrayList<>(facts.coordinations());
    this.beside = new ArrayList<>(facts.beside());
    this.sittings = new ArrayList<>(facts.meetings().sittings());
    this.gaps = new ArrayList<>(facts.meetings().gaps());
    this.plans = new ArrayList<>(facts.meetings().plans());
    this.unscreened = new HashSet<>(facts.meetings().unscreened());
  }

  CaseFacts toFacts() {
    return new CaseFacts(
        name,
        sequence,
        everProtected,
        reception,
        legs,
        coordinations,
        beside,
        new MeetingFacts(sittings, gaps, plans, unscreened));
  }

  /** The last round of this leg, if it was ever seen. */
  @Nullable Leg leg(ReferralId id) {
    int place = place(id);
    return place < 0 ? null : legs.get(place);
  }

  /** Changes the last round of this leg. */
  void leg(ReferralId id, UnaryOperator<Leg> change) {
    int place = place(id);
    if (place >= 0) {
      legs.set(place, change.apply(legs.get(place)));
    }
  }

  private int place(ReferralId id) {
    int place = legs.size() - 1;
    while (place >= 0 && !legs.get(place).referralId().equals(id)) {
      place--;
    }
    return place;
  }

  /** Changes the coordination that was asked for last. */
  void coordination(UnaryOperator<Coordinated> change) {
    if (!coordinations.isEmpty()) {
      coordinations.set(coordinations.size() - 1, change.apply(coordinations.getLast()));
    }
  }
}
