package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeItem;
import jp.tsunagu.contract.meeting.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changed on an agenda: the gateway item by item, and every addressee with a notice of
 * its own. What was told before is not told again.
 */
record Notices(Workbench bench) {

  /** Items that left the agenda; to be told before they can stand on another. */
  void takeOff(Meeting before, Meeting after) {
    for (AgendaEntry entry : published(before)) {
      if (after.isOver() || after.entry(entry.item()).isEmpty()) {
        NoticeEnd reason = endOf(entry.item(), after);
        if (isOpen(entry.item())) {
          bench.ask(
              new CancelMeetingNotice(
                  bench.wish(entry.item(), after.id(), "cancel", after.sequence()),
                  entry.item().requestId(),
                  after.id(),
                  reason));
        }
      }
    }
  }

  /** Items that are on the agenda or stand elsewhere on it, and requests that are not. */
  void putOn(Meeting before, Meeting after) {
    for (AgendaEntry entry : published(after)) {
      if (after.revision() != before.revision() && !published(before).contains(entry)) {
        bench.ask(
            new PublishAgendaItem(
                bench.wish(entry.item(), after.id(), "publish", after.revision()),
                entry.item().requestId(),
                Places.place(after, entry, answerBy(after))));
      }
    }
    for (CarriedEntry carried : after.agenda().carried().values()) {
      if (!before.agenda().carried().containsKey(carried.item())) {
        bench.ask(
            new CarryItem(
                bench.wish(carried.item(), after.id(), "carry", after.sequence()),
                carried.item().requestId(),
                after.id(),
                carried.reason(),
                carried.next()));
      }
    }
  }

  private static List<AgendaEntry> published(Meeting meeting) {
    return meeting.isPublished() ? meeting.entries() : List.of();
  }

  private @Nullable Instant answerBy(Meeting meeting) {
    return reminder(meeting).filter(at -> at.isAfter(bench.now())).orElse(null);
  }

  /** Until when invited agencies are asked to answer. */
  Optional<Instant> reminder(Meeting meeting) {
    Optional<MeetingBody> body = bench.city().body(meeting.id().body());
    Instant startsAt = meeting.startsAt();
    return body.isEmpty() || startsAt == null
        ? Optional.empty()
        : bench.city().days(body.get()).reminder(TokyoTime.dateOf(startsAt)).known();
  }

  private boolean isOpen(ItemRef item) {
    return bench.known().item(item).filter(each -> each.stage() == ItemStage.OPEN).isPresent();
  }

  private NoticeEnd endOf(ItemRef ref, Meeting meeting) {
    Optional<MeetingItem> item = bench.known().item(ref);
    if (item.isEmpty() || item.get().stage() == ItemStage.WITHDRAWN) {
      return NoticeEnd.REQUEST_WITHDRAWN;
    }
    if (meeting.stage() == Meeting.Stage.CANCELLED) {
      return NoticeEnd.MEETING_CANCELLED;
    }
    boolean goesOnHere = meeting.isPublished() && meeting.entry(ref).isPresent();
    return item.get().conference() == meeting.conference() && !goesOnHere
        ? NoticeEnd.MOVED_TO_ANOTHER_MEETING
        : changeOf(ref);
  }

  private NoticeEnd changeOf(ItemRef ref) {
    return Objects.requireNonNull(bench.known().cases().get(ref.caseId())).since().stream()
        .filter(ConferenceChanged.class::isInstance)
        .map(ConferenceChanged.class::cast)
        .filter(change -> change.requestId().equals(ref.requestId()))
        .reduce((_, later) -> later)
        .map(ConferenceChanged::reason)
        .orElse(NoticeEnd.MOVED_TO_ANOTHER_MEETING);
  }

  /** One notice for each addressee to whom the meeting is now another than it was told. */
  void send(Meeting before, Meeting after) {
    Set<AgencyId> addressees = new TreeSet<>(addressees(after));
    after.notices().values().forEach(told -> addressees.add(told.notice().addressee()));
    for (AgencyId addressee : addressees) {
      List<NoticeItem> items = itemsOf(after, addressee);
      Optional<NoticeIssued> last = lastTo(after, addressee);
      NoticeKind kind = kind(items, last, after);
      if (kind != null) {
        issue(before, after, addressee, kind, items.isEmpty() ? last.orElseThrow() : null);
      }
    }
  }

  private void issue(
      Meeting before,
      Meeting after,
      AgencyId addressee,
      NoticeKind kind,
      @Nullable NoticeIssued ended) {
    NoticeEnd reason =
        ended == null
            ? null
            : ended.items().stream()
                .filter(item -> before.entry(item.item()).isPresent())
                .findFirst()
                .map(item -> endOf(item.item(), after))
                .orElse(NoticeEnd.MOVED_TO_ANOTHER_MEETING);
    List<NoticeItem> items = ended == null ? itemsOf(after, addressee) : ended.items();
    Instant startsAt = ended == null ? Objects.requireNonNull(after.startsAt()) : ended.startsAt();
    issue(after, addressee, kind, reason, startsAt, items);
  }

  private void issue(
      Meeting meeting,
      AgencyId addressee,
      NoticeKind kind,
      @Nullable NoticeEnd reason,
      Instant startsAt,
      List<NoticeItem> items) {
    UUID id = StableId.of(meeting.id(), meeting.sequence(), meeting.revision(), addressee, kind);
    int revision = Math.max(1, meeting.revision()) + (meeting.isOver() ? 1 : 0);
    bench.happened(
        meeting.id(),
        header -> new NoticeIssued(header, id, revision, addressee, kind, reason, startsAt, items));
  }

  private static @Nullable NoticeKind kind(
      List<NoticeItem> items, Optional<NoticeIssued> last, Meeting meeting) {
    boolean knows = last.filter(told -> told.kind() != NoticeKind.CANCELLATION).isPresent();
    if (items.isEmpty()) {
      return knows ? NoticeKind.CANCELLATION : null;
    }
    if (!knows) {
      return NoticeKind.INVITATION;
    }
    NoticeIssued told = last.orElseThrow();
    return told.items().equals(items) && told.startsAt().equals(meeting.startsAt())
        ? null
        : NoticeKind.CHANGE;
  }

  private static Optional<NoticeIssued> lastTo(Meeting meeting, AgencyId addressee) {
    return meeting.notices().values().stream()
        .map(NoticeState::notice)
        .filter(notice -> notice.addressee().equals(addressee))
        .filter(notice -> notice.kind() != NoticeKind.REMINDER)
        .reduce((_, later) -> later);
  }

  /** Who is invited, but for the organiser and for agencies of protected cases (inbox only). */
  private Set<AgencyId> addressees(Meeting meeting) {
    Set<AgencyId> addressees = new HashSet<>();
    published(meeting).forEach(entry -> addressees.addAll(entry.invited()));
    if (meeting.isPublished()) {
      addressees.addAll(members(meeting));
    }
    addressees.remove(AgencyId.WITHHELD);
    addressees.remove(meeting.organiser());
    return addressees;
  }

  private Set<AgencyId> members(Meeting meeting) {
    return bench.city().body(meeting.id().body()).map(MeetingBody::members).orElse(Set.of());
  }

  /** Members of the body come for everything, everyone else for its own. */
  private List<NoticeItem> itemsOf(Meeting meeting, AgencyId addressee) {
    boolean member = members(meeting).contains(addressee);
    return published(meeting).stream()
        .filter(entry -> member || entry.invited().contains(addressee))
        .map(
            entry ->
                new NoticeItem(entry.item(), entry.purpose(), entry.startsAt(), entry.minutes()))
        .toList();
  }

  /** Reminds everyone who was told before the day of reminding. */
  void remind(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    Optional<Instant> due = reminder(meeting).filter(at -> !at.isAfter(bench.now()));
    if (due.isEmpty() || startsAt == null || !startsAt.isAfter(bench.now())) {
      return;
    }
    for (AgencyId addressee : new TreeSet<>(addressees(meeting))) {
      Optional<NoticeIssued> last = lastTo(meeting, addressee);
      boolean toldBefore =
          last.filter(told -> told.header().recordedAt().isBefore(due.get())).isPresent();
      if (toldBefore && !isReminded(meeting, addressee)) {
        issue(meeting, addressee, NoticeKind.REMINDER, null, startsAt, itemsOf(meeting, addressee));
      }
    }
  }

  private static boolean isReminded(Meeting meeting, AgencyId addressee) {
    return meeting.notices().values().stream()
        .map(NoticeState::notice)
        .anyMatch(
            notice -> notice.kind() == NoticeKind.REMINDER && notice.addressee().equals(addressee));
  }
}
