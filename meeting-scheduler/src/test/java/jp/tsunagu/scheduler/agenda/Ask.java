package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ItemNotice;
import jp.tsunagu.contract.lifecycle.ItemProgress;
import jp.tsunagu.contract.lifecycle.ItemRequest;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.jspecify.annotations.Nullable;

/** Builds candidates for tests: 60 minutes, 支援会議, screened, asked by 社協 in good time. */
final class Ask {

  private final long number;
  private ConferenceKind conference = ConferenceKind.SUPPORT_CONFERENCE;
  private MeetingPurpose purpose = MeetingPurpose.NEW;
  private int minutes = 60;
  private boolean urgent;
  private @Nullable BodyId body;
  private @Nullable LocalDate notBefore;
  private @Nullable LocalDate due;
  private AgencyId requestedBy = new AgencyId("shakyo");
  private Set<AgencyId> agencies = Set.of();
  private Instant requestedAt = tokyo("2026-09-01T10:00");
  private @Nullable ScreeningRoute route = ScreeningRoute.SUPPORT_CONFERENCE;
  private @Nullable MeetingPlace place;
  private ItemStage stage = ItemStage.OPEN;

  private Ask(long number) {
    this.number = number;
  }

  static Ask number(long number) {
    return new Ask(number);
  }

  static Instant tokyo(String local) {
    LocalDateTime time = LocalDateTime.parse(local);
    return TokyoTime.at(time.toLocalDate(), time.toLocalTime());
  }

  static MeetingRequestId request(long number) {
    return new MeetingRequestId(new UUID(0x0190_0000_0000_7000L, number));
  }

  Ask in(ConferenceKind kind) {
    conference = kind;
    return this;
  }

  Ask purpose(MeetingPurpose wanted) {
    purpose = wanted;
    return this;
  }

  Ask minutes(int wanted) {
    minutes = wanted;
    return this;
  }

  Ask urgent() {
    urgent = true;
    return this;
  }

  Ask body(BodyId wanted) {
    body = wanted;
    return this;
  }

  Ask notBefore(String day) {
    notBefore = LocalDate.parse(day);
    return this;
  }

  Ask due(String day) {
    due = LocalDate.parse(day);
    purpose = MeetingPurpose.MONITORING;
    return this;
  }

  Ask by(String agency) {
    requestedBy = new AgencyId(agency);
    return this;
  }

  Ask with(String... others) {
    agencies = new TreeSet<>(Arrays.stream(others).map(AgencyId::new).toList());
    return this;
  }

  Ask at(String local) {
    return at(tokyo(local));
  }

  Ask at(Instant recorded) {
    requestedAt = recorded;
    return this;
  }

  Ask screened(@Nullable ScreeningRoute decided) {
    route = decided;
    return this;
  }

  Ask stage(ItemStage now) {
    stage = now;
    return this;
  }

  Ask placed(MeetingId meeting, Instant start) {
    place =
        new MeetingPlace(
            meeting, 1, start, minutes, new AgencyId("desk"), SessionKind.REGULAR, null);
    return this;
  }

  /**
   * The same candidate, of this kind; published at this place, or where it was if there is none.
   */
  static Candidate again(Candidate candidate, ConferenceKind kind, @Nullable PlacedItem placed) {
    MeetingItem item = candidate.item();
    Ask ask = number(item.requestId().value().getLeastSignificantBits());
    ask.conference = kind;
    ask.purpose = item.purpose();
    ask.minutes = item.wish().minutes();
    ask.urgent = item.wish().urgent();
    ask.body = item.wish().body();
    ask.notBefore = item.wish().notBefore();
    ask.due = item.due();
    ask.requestedBy = item.requestedBy();
    ask.agencies = candidate.agencies();
    ask.requestedAt = item.request().requestedAt();
    ask.route = item.route();
    ask.place = item.place();
    Ask there = placed == null ? ask : ask.placed(placed.meetingId(), placed.startsAt());
    return there
        .build()
        .carried(candidate.timesCarried())
        .admittedLate(candidate.admittedLate())
        .placedByHand(candidate.byHand());
  }

  /** The case has the number of the item. */
  Candidate build() {
    MeetingItem item =
        new MeetingItem(
            request(number),
            new MeetingWish(conference, purpose, minutes, urgent, body, notBefore),
            due,
            new ItemRequest(Set.of(), requestedBy, agencies, requestedAt),
            route,
            new ItemNotice(place, Set.of(), List.of()),
            new ItemProgress(false, stage, null, Set.of()));
    return Candidate.of(new CaseId(new UUID(0x0180_0000_0000_7000L, number)), item, agencies);
  }
}
