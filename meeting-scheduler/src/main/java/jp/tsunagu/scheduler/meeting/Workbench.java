package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEventHeader;
import jp.tsunagu.contract.meeting.MeetingEventTimes;
import org.jspecify.annotations.Nullable;

/** One decision in the making: what is known, and what it has come to so far. */
final class Workbench {

  private final Known known;
  private final City city;
  private final Instant now;
  private final Duration grace;
  private final @Nullable CommandId cause;
  private final MeetingActedBy by;
  private final List<Act> acts = new ArrayList<>();
  private Meetings meetings;

  Workbench(
      Known known,
      City city,
      Meetings meetings,
      Instant now,
      Duration grace,
      @Nullable CommandId cause,
      MeetingActedBy by) {
    this.known = known;
    this.city = city;
    this.meetings = meetings;
    this.now = now;
    this.grace = grace;
    this.cause = cause;
    this.by = by;
  }

  Known known() {
    return known;
  }

  City city() {
    return city;
  }

  Instant now() {
    return now;
  }

  /** As the events of this decision have left them. */
  Meetings meetings() {
    return meetings;
  }

  Optional<Meeting> meeting(MeetingId id) {
    return meetings.find(id);
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  /** Whether this moment is over and everything recorded by then is known. */
  boolean isPast(Instant moment) {
    return known.hasReadPast(moment.plus(grace));
  }

  void happened(MeetingId id, Function<MeetingEventHeader, MeetingEvent> event) {
    happened(id, now, event);
  }

  void happened(
      MeetingId id, Instant occurredAt, Function<MeetingEventHeader, MeetingEvent> event) {
    long sequence = meetings.find(id).map(Meeting::sequence).orElse(0L) + 1;
    MeetingEventHeader header =
        new MeetingEventHeader(
            EventId.of(id, sequence, city.directory().incarnation()),
            id,
            id.body(),
            sequence,
            cause,
            new MeetingEventTimes(occurredAt, now),
            by,
            city.directory().incarnation());
    MeetingEvent happened = event.apply(header);
    meetings = meetings.after(happened);
    acts.add(new Act.Happened(happened));
  }

  void ask(CaseCommand command) {
    acts.add(new Act.Ask(command));
  }

  /** The header of a wish about this item; the parts name the wish within it. */
  CommandHeader wish(ItemRef item, Object... parts) {
    CommandId id = new CommandId(StableId.of(item.caseId(), item.requestId(), StableId.of(parts)));
    return new CommandHeader(id, item.caseId(), now, now, null, null);
  }
}
