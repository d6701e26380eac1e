package jp.tsunagu.scheduler.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.Presence;

/**
 * Who sat at which item: what the organiser noted, else everything an agency came for. Nobody who
 * took part is left out of every item.
 */
record Attending(Workbench bench, Meeting meeting, List<Attendee> attendees) {

  /** What the meeting dealt with: what was taken back before it was recorded stays as it is. */
  static List<AgendaEntry> dealtWith(Workbench bench, Meeting meeting) {
    return meeting.entries().stream()
        .filter(
            entry ->
                bench
                    .known()
                    .item(entry.item())
                    .map(MeetingItem::stage)
                    .filter(stage -> stage == ItemStage.WITHDRAWN)
                    .isEmpty())
        .toList();
  }

  Optional<MeetingRefusal> objection() {
    return Objections.first(
        () -> Objections.unless(twice().isEmpty(), MeetingRefusal.ATTENDEE_TWICE),
        () -> Objections.unless(areAllHere(), MeetingRefusal.NOT_ON_AGENDA),
        () ->
            Objections.unless(
                attendees.stream().noneMatch(this::isOfNoItem),
                MeetingRefusal.ATTENDEE_OF_NO_ITEM));
  }

  /** Agencies noted more than once. */
  Set<AgencyId> twice() {
    Set<AgencyId> seen = new HashSet<>();
    return attendees.stream()
        .map(Attendee::agency)
        .filter(agency -> !seen.add(agency))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean areAllHere() {
    Set<ItemRef> here = here();
    return attendees.stream().allMatch(attendee -> here.containsAll(attendee.items()));
  }

  private Set<ItemRef> here() {
    return meeting.entries().stream().map(AgendaEntry::item).collect(Collectors.toSet());
  }

  /** Whether it took part and nobody can say in what. */
  boolean isOfNoItem(Attendee attendee) {
    return attendee.presence().tookPart()
        && dealtWith(bench, meeting).stream().noneMatch(entry -> sat(attendee, entry));
  }

  /** Who sat at this item. */
  Set<AgencyId> at(AgendaEntry entry, List<AgencyId> tookPart) {
    return tookPart.stream()
        .filter(agency -> sat(noted(agency), entry))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Attendee noted(AgencyId agency) {
    return attendees.stream()
        .filter(attendee -> attendee.agency().equals(agency))
        .findFirst()
        .orElseGet(() -> new Attendee(agency, Presence.ATTENDED, null));
  }

  private boolean sat(Attendee attendee, AgendaEntry entry) {
    if (!attendee.items().isEmpty()) {
      return attendee.items().contains(entry.item());
    }
    return isConcerned(attendee.agency(), entry)
        || (dealtWith(bench, meeting).size() == 1 && !isConcernedAnywhere(attendee.agency()));
  }

  private boolean isConcernedAnywhere(AgencyId agency) {
    return meeting.entries().stream().anyMatch(entry -> isConcerned(agency, entry));
  }

  /** Agencies see of a meeting only their own items; whose a protected case is, is not known. */
  private boolean isConcerned(AgencyId agency, AgendaEntry entry) {
    return entry.invited().contains(agency)
        || entry.invited().contains(AgencyId.WITHHELD)
        || agency.equals(meeting.organiser())
        || members().contains(agency);
  }

  private Set<AgencyId> members() {
    return bench.city().body(meeting.id().body()).map(MeetingBody::members).orElse(Set.of());
  }
}
