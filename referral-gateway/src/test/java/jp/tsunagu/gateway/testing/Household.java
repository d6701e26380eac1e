package jp.tsunagu.gateway.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A household's case as a list of events, one per minute, as the gateway would have decided them.
 */
public final class Household {

  private static final Random CHANCE = new Random(20261121);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Duration STEP = Duration.ofMinutes(1);

  private final CaseId caseId;
  private final CaseNumber number;
  private final List<CaseEvent> events = new ArrayList<>();
  private Instant now;
  private CaseState state;

  private Household(Instant start, CaseNumber number) {
    this.caseId = new CaseId(newId(start));
    this.now = start;
    this.number = number;
    this.state = CaseState.beforeFirst(caseId);
  }

  /** A household that this agency received at this moment. */
  public static Household receivedBy(AgencyId agency, Instant start) {
    return receivedBy(agency, start, null);
  }

  /** One whose case is protected from the beginning. */
  public static Household receivedBy(
      AgencyId agency, Instant start, @Nullable Protection protection) {
    return receivedBy(agency, start, protection, newNumber(start));
  }

  /** One that a restored network gave the number of another. */
  public static Household namesakeOf(Household other, AgencyId agency, Instant start) {
    return receivedBy(agency, start, null, other.number());
  }

  private static Household receivedBy(
      AgencyId agency, Instant start, @Nullable Protection protection, CaseNumber number) {
    return new Household(start, number)
        .add(
            agency,
            header ->
                new ConsultationReceived(
                    header,
                    agency,
                    new Reception(
                        Set.of(Field.ELDERLY_CARE, Field.OTHER),
                        SampleNetwork.HIGASHI,
                        Urgency.NORMAL,
                        ReceptionKind.NEW,
                        null),
                    2,
                    protection));
  }

  /** A new id of this moment. */
  public static UUID newId(Instant moment) {
    return UuidVersion7.at(moment, CHANCE);
  }

  public CaseId caseId() {
    return caseId;
  }

  /** What people call it. */
  public CaseNumber number() {
    return number;
  }

  public CaseState state() {
    return state;
  }

  public List<CaseEvent> events() {
    return List.copyOf(events);
  }

  /** When the last event was recorded. */
  public Instant lastRecordedAt() {
    return events.getLast().header().recordedAt();
  }

  /** An id for the next leg. */
  public ReferralId newLeg() {
    return new ReferralId(newId(now));
  }

  /** つなぐ: the beginning of a chain. */
  public Household sent(ReferralId leg, AgencyId sender, AgencyId receiver) {
    return sent(leg, leg, null, sender, receiver, ReferralMode.TOGETHER);
  }

  /** つなぐ in another mode than 協働. */
  public Household sent(ReferralId leg, AgencyId sender, AgencyId receiver, ReferralMode mode) {
    return sent(leg, leg, null, sender, receiver, mode);
  }

  /** つなぎ直し: the receiver of a leg sends on. */
  public Household forwarded(ReferralId from, ReferralId next, AgencyId sender, AgencyId receiver) {
    return add(sender, header -> new ReferralForwarded(header, from, next))
        .sent(next, from, from, sender, receiver, ReferralMode.TOGETHER);
  }

  /** Its overdue answer is put before the desk. */
  public Household escalated(ReferralId leg) {
    Referral late = state.referral(leg).orElseThrow();
    return add(AgencyId.GATEWAY, header -> OverdueEscalated.of(header, late, clock(now)));
  }

  public Household sheet(ReferralId leg, AgencyId sender, Urgency urgency) {
    return add(
        sender,
        header ->
            new SheetSubmitted(header, leg, sender, SampleNetwork.DESK, urgency, clock(now), null));
  }

  /** 振り分け: the desk gives a sheet its addressee. */
  public Household triaged(ReferralId leg, AgencyId sender, AgencyId receiver) {
    return add(
        SampleNetwork.DESK,
        header ->
            new ReferralTriaged(
                header,
                leg,
                sender,
                receiver,
                ReferralMode.TOGETHER,
                Urgency.NORMAL,
                clock(now),
                null));
  }

  /** つなぐ after a leg came back. */
  public Household sentOn(ReferralId before, ReferralId next, AgencyId sender, AgencyId receiver) {
    return sent(next, before, before, sender, receiver, ReferralMode.TOGETHER);
  }

  public Household arrived(ReferralId leg, AgencyId receiver) {
    return add(receiver, header -> new ReferralArrived(header, leg));
  }

  public Household accepted(ReferralId leg, AgencyId receiver) {
    return add(receiver, header -> new ReferralAccepted(header, leg, null));
  }

  public Household declined(ReferralId leg, AgencyId receiver) {
    return add(receiver, header -> new ReferralDeclined(header, leg, "OUT_OF_SCOPE", null));
  }

  public Household askedTheDesk(AgencyId agency) {
    return add(
        agency,
        header -> new CoordinationRequested(header, agency, SampleNetwork.DESK, false, null));
  }

  public Household endedSupport(AgencyId agency) {
    return add(agency, header -> new SupportEnded(header, CompletionOutcome.SETTLED));
  }

  public Household becameProtected(AgencyId agency, Set<AgencyId> excluded) {
    Protection protection = new Protection(Set.of(agency), excluded, LocalDate.of(2027, 3, 31));
    return add(agency, header -> new CaseProtected(header, protection));
  }

  /** Any other event. */
  public Household add(AgencyId actor, Function<EventHeader, CaseEvent> event) {
    CaseEvent next = event.apply(header(actor));
    events.add(next);
    state = CaseLifecycle.evolve(state, next);
    now = now.plus(STEP);
    return this;
  }

  private Household sent(
      ReferralId leg,
      ReferralId chain,
      @Nullable ReferralId continues,
      AgencyId sender,
      AgencyId receiver,
      ReferralMode mode) {
    return add(
        sender,
        header ->
            new ReferralSent(
                header,
                leg,
                new ChainPlace(chain, continues),
                new LegParties(sender, receiver),
                mode,
                Urgency.NORMAL,
                clock(now),
                null));
  }

  private EventHeader header(AgencyId actor) {
    Instant occurred = now.minusSeconds(30);
    return new EventHeader(
        new EventId(newId(now)),
        caseId,
        events.size() + 1L,
        newId(now),
        new EventTimes(occurred, now, now.minusSeconds(5), null),
        new ActedBy(actor, null, null),
        0,
        number);
  }

  /** Counted up, so that no two households have the same. */
  private static CaseNumber newNumber(Instant start) {
    return Stream.generate(NUMBERS::getAndIncrement)
        .map(serial -> CaseNumber.of(TokyoTime.dateOf(start), serial))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static ResponseClock clock(Instant start) {
    Instant until = start.plus(Duration.ofDays(14));
    return new ResponseClock(
        until.minus(Duration.ofDays(2)), until, until.plus(Duration.ofHours(15)), false);
  }
}
