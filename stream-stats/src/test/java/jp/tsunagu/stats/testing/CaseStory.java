package jp.tsunagu.stats.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ResourceGapRecorded;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinatorChanged;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralEvent.FirstContactMade;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import org.jspecify.annotations.Nullable;

/** One case as a list of its ledger events; times are written as a clock in Tokyo shows them. */
public final class CaseStory {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 4, 1);

  private final CaseId caseId;
  private final @Nullable CaseNumber caseNumber;
  private final List<CaseEvent> events = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  public CaseStory(long number) {
    this.caseId = new CaseId(new UUID(0x7000, number));
    this.caseNumber =
        CaseNumber.of(RECEIVED, (int) Math.floorMod(number, (long) CaseNumber.LARGEST_SERIAL))
            .orElse(null);
  }

  public static Instant tokyo(String time) {
    return LocalDateTime.parse(time).atZone(TokyoTime.ZONE).toInstant();
  }

  public static AgencyId agency(String id) {
    return new AgencyId(id);
  }

  public CaseId caseId() {
    return caseId;
  }

  /** None for one case in eleven. */
  public @Nullable CaseNumber caseNumber() {
    return caseNumber;
  }

  public List<CaseEvent> events() {
    return List.copyOf(events);
  }

  public CaseFacts facts() {
    return FactsFold.evolve(CaseFacts.beforeFirst(caseId), events);
  }

  public ReferralId leg(int number) {
    return new ReferralId(new UUID(caseId.value().getLeastSignificantBits(), number));
  }

  public CaseStory at(String time) {
    now = tokyo(time);
    return this;
  }

  public CaseStory at(Instant time) {
    now = time;
    return this;
  }

  public CaseStory received(String by, String area, Field... fields) {
    return received(by, area, ReceptionKind.NEW, null, fields);
  }

  public CaseStory received(
      String by, String area, ReceptionKind kind, @Nullable String introducedBy, Field... fields) {
    return received(by, area, Urgency.NORMAL, kind, introducedBy, fields);
  }

  public CaseStory received(
      String by,
      String area,
      Urgency urgency,
      ReceptionKind kind,
      @Nullable String introducedBy,
      Field... fields) {
    return add(
        header ->
            new ConsultationReceived(
                header,
                agency(by),
                new Reception(Set.of(fields), new AreaId(area), urgency, kind, introducedBy),
                2,
                null));
  }

  public CaseStory settled(Field... fields) {
    return add(header -> new FieldsSettled(header, Set.of(fields)));
  }

  public CaseStory protect() {
    Protection protection = new Protection(Set.of(), Set.of(), TokyoTime.dateOf(now).plusYears(1));
    return add(header -> new CaseProtected(header, protection));
  }

  public CaseStory supportEnded() {
    return add(header -> new SupportEnded(header, CompletionOutcome.SETTLED));
  }

  public CaseStory sheet(int leg, String from, String desk) {
    return add(
        header ->
            new SheetSubmitted(
                header, leg(leg), agency(from), agency(desk), Urgency.NORMAL, clock(), null));
  }

  public CaseStory triaged(int leg, String from, String to) {
    return add(
        header ->
            new ReferralTriaged(
                header,
                leg(leg),
                agency(from),
                agency(to),
                ReferralMode.TOGETHER,
                Urgency.NORMAL,
                clock(),
                null));
  }

  public CaseStory sent(int leg, String from, String to) {
    return sent(leg, leg, from, to, ReferralMode.TOGETHER, Urgency.NORMAL);
  }

  public CaseStory sent(
      int leg, int chain, String from, String to, ReferralMode mode, Urgency urgency) {
    return add(
        header ->
            new ReferralSent(
                header,
                leg(leg),
                new ChainPlace(leg(chain), leg == chain ? null : leg(leg - 1)),
                new LegParties(agency(from), agency(to)),
                mode,
                urgency,
                clock(),
                null));
  }

  public CaseStory arrived(int leg) {
    return add(header -> new ReferralArrived(header, leg(leg)));
  }

  public CaseStory opened(int leg) {
    return add(header -> new ReferralOpened(header, leg(leg)));
  }

  public CaseStory accepted(int leg) {
    return add(header -> new ReferralAccepted(header, leg(leg), null));
  }

  public CaseStory declined(int leg, String reason) {
    return add(header -> new ReferralDeclined(header, leg(leg), reason, null));
  }

  public CaseStory sentBack(int leg, String reason) {
    return add(header -> new ReferralSentBack(header, leg(leg), reason, null));
  }

  public CaseStory forwarded(int leg) {
    return add(header -> new ReferralForwarded(header, leg(leg), leg(leg + 1)));
  }

  public CaseStory withdrawn(int leg) {
    return add(header -> new ReferralWithdrawn(header, leg(leg)));
  }

  public CaseStory reopened(int leg) {
    return add(header -> new ReferralReopened(header, leg(leg), clock()));
  }

  public CaseStory asked(int leg) {
    return add(header -> new InformationRequested(header, leg(leg), null));
  }

  public CaseStory told(int leg) {
    return add(header -> new InformationProvided(header, leg(leg), null));
  }

  public CaseStory contact(int leg) {
    return add(header -> new FirstContactMade(header, leg(leg)));
  }

  public CaseStory completed(int leg) {
    return add(header -> new ReferralCompleted(header, leg(leg), CompletionOutcome.SETTLED, null));
  }

  public CaseStory dueSoon(int leg) {
    return add(header -> new ResponseDueSoon(header, leg(leg)));
  }

  public CaseStory overdue(int leg) {
    return add(header -> new ResponseOverdue(header, leg(leg)));
  }

  public CaseStory coordinationRequested(String by, String coordinator, boolean again) {
    return add(
        header -> new CoordinationRequested(header, agency(by), agency(coordinator), again, null));
  }

  public CaseStory coordinationAccepted() {
    return add(CoordinationAccepted::new);
  }

  public CaseStory supportDecided() {
    return add(SupportDecided::new);
  }

  public CaseStory coordinatorChanged(String from, String to) {
    return add(header -> new CoordinatorChanged(header, agency(from), agency(to)));
  }

  public CaseStory coordinationClosed() {
    return add(header -> new CoordinationClosed(header, List.of()));
  }

  public CaseStory handedBack(int leg, String from, String to) {
    return add(
        header ->
            new CaseHandedBack(
                header,
                leg(leg),
                new LegParties(agency(from), agency(to)),
                Urgency.NORMAL,
                new Settled(new Lead(null, agency(to))),
                clock(),
                null,
                null));
  }

  public CaseStory held(
      String meeting, ConferenceKind kind, SessionKind session, String... attended) {
    Set<AgencyId> agencies =
        Set.of(attended).stream().map(CaseStory::agency).collect(Collectors.toSet());
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    return add(
        header ->
            new MeetingHeld(header, request, new MeetingId(meeting), kind, now, session, agencies));
  }

  /** For the first person. */
  public CaseStory begunBeside(SideKind kind, String provider) {
    return add(
        header ->
            new SideSupportBegun(header, beside(kind, provider), SideReason.NO_PROGRAMME_FITS));
  }

  public CaseStory endedBeside(
      SideKind kind, @Nullable ClosingGround ground, @Nullable ContactRhythm rhythm) {
    return add(
        header -> new SideSupportEnded(header, beside(kind, "desk"), ground, rhythm, null, null));
  }

  private static SideFlow beside(SideKind kind, String provider) {
    return new SideFlow(kind, new PersonRef(1), agency(provider));
  }

  public CaseStory meetingRequested() {
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    return add(
        header ->
            new MeetingRequested(
                header,
                request,
                new MeetingWish(
                    ConferenceKind.SUPPORT_CONFERENCE, MeetingPurpose.NEW, 60, false, null, null),
                Set.of(),
                agency("desk"),
                Set.of()));
  }

  public CaseStory reported(String meeting) {
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    return add(header -> new MeetingReportFiled(header, request, new MeetingId(meeting)));
  }

  public CaseStory reportOverdue(String meeting) {
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    return add(header -> new MeetingReportOverdue(header, request, new MeetingId(meeting)));
  }

  /** A meeting confirms the plan; 支援決定 follows as an event of its own. */
  public CaseStory planConfirmed(String meeting) {
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    add(
        header ->
            new ItemDecided(
                header,
                request,
                new MeetingId(meeting),
                ItemOutcome.PLAN_CONFIRMED,
                new Agreed(List.of(), List.of())));
    return supportDecided();
  }

  public CaseStory screened(ScreeningRoute route) {
    return add(header -> new ScreeningDecided(header, route, "PREVENTIVE"));
  }

  public CaseStory lacking(String resource) {
    MeetingRequestId request = new MeetingRequestId(caseId.value());
    return add(header -> new ResourceGapRecorded(header, request, resource));
  }

  private ResponseClock clock() {
    Instant due = now.plus(Duration.ofDays(14));
    return new ResponseClock(due.minus(Duration.ofDays(2)), due, due, false);
  }

  /** Times in the header: it happened now, and was recorded a minute later. */
  private CaseStory add(Function<EventHeader, CaseEvent> event) {
    long sequence = events.size() + 1L;
    Instant recorded = now.plus(Duration.ofMinutes(1));
    EventHeader header =
        new EventHeader(
            EventId.of(caseId, sequence),
            caseId,
            sequence,
            new UUID(2, sequence),
            new EventTimes(now, recorded, recorded, null),
            new ActedBy(agency("desk"), null, null),
            0,
            caseNumber);
    events.add(event.apply(header));
    return this;
  }
}
