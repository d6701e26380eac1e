package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.scheduler.agenda.Lane;
import jp.tsunagu.scheduler.agenda.LaneRules;
import jp.tsunagu.scheduler.agenda.Sitting;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that share hours and room, and so an agenda: those of the calendar whose bodies share a
 * slot, or one alone. Never empty.
 */
record Group(List<Meeting> meetings) {

  private static final Duration EMERGENCY_MAY_HAVE_BEGUN = Duration.ofHours(24);
  private static final int MONTHS_AHEAD = 13;

  Group {
    meetings = List.copyOf(meetings);
  }

  /** Every meeting that can still change, earliest first. */
  static List<Group> of(Workbench bench) {
    Map<String, List<Meeting>> bySlot =
        bench.meetings().all().stream()
            .filter(meeting -> isUpcoming(meeting, bench))
            .collect(
                Collectors.groupingBy(
                    meeting -> slotOf(meeting, bench.city()), TreeMap::new, Collectors.toList()));
    return bySlot.values().stream()
        .map(Group::new)
        .sorted(Comparator.comparing(Group::startsAt).thenComparing(Group::firstId))
        .toList();
  }

  private static boolean isUpcoming(Meeting meeting, Workbench bench) {
    Instant startsAt = meeting.startsAt();
    if (meeting.isOver() || startsAt == null || bench.city().body(meeting.id().body()).isEmpty()) {
      return false;
    }
    boolean atOnce = meeting.session() == SessionKind.EMERGENCY && meeting.revision() == 0;
    return startsAt.plus(atOnce ? EMERGENCY_MAY_HAVE_BEGUN : Duration.ZERO).isAfter(bench.now());
  }

  private static String slotOf(Meeting meeting, City city) {
    String slot = city.body(meeting.id().body()).map(body -> body.place().slot()).orElse(null);
    return slot == null || meeting.session() != SessionKind.REGULAR
        ? "alone " + meeting.id()
        : "slot " + slot + " " + meeting.startsAt();
  }

  Instant startsAt() {
    return Objects.requireNonNull(meetings.getFirst().startsAt());
  }

  LocalDate date() {
    return TokyoTime.dateOf(startsAt());
  }

  private MeetingId firstId() {
    return meetings.getFirst().id();
  }

  boolean has(MeetingId id) {
    return meetings.stream().anyMatch(meeting -> meeting.id().equals(id));
  }

  /** Whether an agenda of it went out, or nothing was asked for. */
  boolean isPublished() {
    return meetings.stream()
        .anyMatch(meeting -> meeting.isPublished() || meeting.stage() == Stage.NOTHING_ASKED);
  }

  /** Whether somebody was told that the item is not on its agenda. */
  boolean hasCarried(ItemRef item) {
    return meetings.stream().anyMatch(meeting -> meeting.agenda().carried().containsKey(item));
  }

  Sitting sitting(Workbench bench) {
    int capacity = meetings.stream().mapToInt(one -> one.day().minutes()).max().orElseThrow();
    return new Sitting(
        startsAt(), capacity, meetings.stream().map(each -> lane(each, bench)).toList());
  }

  private Lane lane(Meeting meeting, Workbench bench) {
    MeetingBody body = bench.city().body(meeting.id().body()).orElseThrow();
    DeskDecisions decisions = bench.city().decisions(body, bench.meetings());
    return new Lane(
        meeting.id(),
        body.bodyId(),
        new LaneRules(
            meeting.conference(),
            meeting.organiser(),
            body.members(),
            body.charge().screeningFirst()),
        meeting.session(),
        closing(meeting, body, decisions, bench.city()),
        bench.city().days(body).datesAfter(date(), date().plusMonths(MONTHS_AHEAD), decisions));
  }

  static @Nullable Instant closing(
      Meeting meeting, MeetingBody body, DeskDecisions decisions, City city) {
    if (meeting.session() != SessionKind.REGULAR) {
      return null;
    }
    Instant chosen = meeting.desk().closing();
    return chosen != null
        ? chosen
        : city.closing(body, meeting.id(), decisions).known().orElse(null);
  }
}
