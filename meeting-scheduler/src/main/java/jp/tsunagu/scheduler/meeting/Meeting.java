package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.ItemStanding;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestPlaced;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its events left it; {@link #after} is the only way to change one.
 *
 * @param sequence of the last event
 */
public record Meeting(
    MeetingId id,
    long sequence,
    Nature nature,
    Day day,
    DeskWord desk,
    Stage stage,
    Agenda agenda,
    Outcome outcome) {

  /** How far a meeting got. */
  public enum Stage {
    /** Requests come in. */
    OPEN("受付中"),
    /** Requests are closed; only the desk sees the agenda. */
    DRAFTED("議題調整中"),
    /** Everyone invited was told. */
    PUBLISHED(ItemStanding.ANNOUNCED.label()),
    /** 開催なし. */
    NOTHING_ASKED("開催なし"),
    CANCELLED("中止"),
    HELD(ItemStanding.HELD.label());

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** The meeting after its first event. */
  public static Meeting of(MeetingEvent.MeetingCalled called) {
    return MeetingFold.called(called);
  }

  /** The meeting after one more event; one that was applied before changes nothing. */
  public Meeting after(MeetingEvent event) {
    return event.header().sequence() <= sequence ? this : MeetingFold.apply(this, event);
  }

  /** The item's place, if it has one. */
  public Optional<AgendaEntry> entry(ItemRef item) {
    return agenda.entries().stream().filter(entry -> entry.item().equals(item)).findFirst();
  }

  /** What papers of this revision are of: the last agenda issued until then. */
  public Optional<AgendaIssued> issue(int upTo) {
    return agenda.issues().stream()
        .filter(issued -> issued.revision() <= upTo)
        .reduce((_, later) -> later);
  }

  /** Whether nothing more can be put on its agenda. */
  public boolean isOver() {
    return stage == Stage.CANCELLED || stage == Stage.HELD;
  }

  /** Whether its agenda stands. */
  public boolean isPublished() {
    return stage == Stage.PUBLISHED;
  }

  /** Whether days are proposed and none is chosen yet (日程調整). */
  public boolean isSeekingItsDay() {
    return day.startsAt() == null && !day.candidates().isEmpty() && !isOver();
  }

  /** When it ends; none until a day is chosen. */
  public @Nullable Instant endsAt() {
    return day.startsAt() == null ? null : day.startsAt().plusSeconds(60L * day.minutes());
  }

  /** Which kind of conference it is. */
  public ConferenceKind conference() {
    return nature.conference();
  }

  /** How it came about. */
  public SessionKind session() {
    return nature.session();
  }

  /** Whose meeting it is (主催). */
  public AgencyId organiser() {
    return nature.organiser();
  }

  /** When it begins; none until a day is chosen. */
  public @Nullable Instant startsAt() {
    return day.startsAt();
  }

  /** The revision of the published agenda; 0 before. */
  public int revision() {
    return agenda.revision();
  }

  /** The entries of the draft or of the published agenda, in the order of the day. */
  public List<AgendaEntry> entries() {
    return agenda.entries();
  }

  /** Its notices by id, in the order they were issued. */
  public SequencedMap<UUID, NoticeState> notices() {
    return agenda.notices();
  }

  /** The record of the meeting; none before it was held. */
  public @Nullable ConferenceHeld held() {
    return outcome.held();
  }

  /** What kind of meeting it is, and whose. */
  public record Nature(ConferenceKind conference, SessionKind session, AgencyId organiser) {}

  /**
   * When it is, or could be.
   *
   * @param startsAt none until a day is chosen
   */
  public record Day(@Nullable Instant startsAt, int minutes, List<Instant> candidates) {

    /** Keeps copies. */
    public Day {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What people said of it.
   *
   * @param calledFor items it was called for; empty for a day of the calendar
   * @param closing chosen by the desk; none leaves it to the rule
   * @param admitted late items the desk lets in, with the reason
   * @param byHand items the desk places
   * @param named agencies appointed on the organiser's word, by item
   * @param latest what people did last, oldest first: at most {@link #REMEMBERED}
   */
  public record DeskWord(
      List<ItemRef> calledFor,
      @Nullable Instant closing,
      Map<ItemRef, String> admitted,
      Map<ItemRef, RequestPlaced> byHand,
      Set<ItemRef> takenOff,
      Map<ItemRef, Set<AgencyId>> named,
      List<MeetingEvent> latest) {

    /** So much can be told to whoever comes second. */
    static final int REMEMBERED = 20;

    /** Keeps copies. */
    public DeskWord {
      calledFor = List.copyOf(calledFor);
      admitted = Map.copyOf(admitted);
      byHand = Map.copyOf(byHand);
      takenOff = Set.copyOf(takenOff);
      named = Map.copyOf(named);
      latest = List.copyOf(latest);
    }
  }

  /**
   * What is on it, and what was issued of it.
   *
   * @param revision of the published agenda; 0 before
   * @param entries of the draft or of the published agenda, in the order of the day
   * @param issues every agenda that was issued, in order: what was issued stays as it was
   * @param carried everything its agendas did not take, by item; the last word counts
   * @param notices by id, in the order they were issued
   */
  public record Agenda(
      int revision,
      List<AgendaEntry> entries,
      List<AgendaIssued> issues,
      SequencedMap<ItemRef, CarriedEntry> carried,
      SequencedMap<UUID, NoticeState> notices) {

    /** Keeps copies. */
    public Agenda {
      entries = List.copyOf(entries);
      issues = List.copyOf(issues);
      carried = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(carried));
      notices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notices));
    }
  }

  /**
   * What came of it.
   *
   * @param reminded items whose overdue report was asked for
   */
  public record Outcome(
      @Nullable ConferenceHeld held,
      Map<ItemRef, ItemSettled> settled,
      Set<ItemRef> reminded,
      boolean minutesComplete) {

    /** Keeps copies. */
    public Outcome {
      settled = Map.copyOf(settled);
      reminded = Collections.unmodifiableSet(new LinkedHashSet<>(reminded));
    }
  }
}
