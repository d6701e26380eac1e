package jp.tsunagu.scheduler.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.meeting.AgendaCase;
import jp.tsunagu.contract.meeting.AgendaConflict;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.AgendaHead;
import jp.tsunagu.contract.meeting.AgendaWording;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.NamedAgency;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.scheduler.agenda.Agenda;
import jp.tsunagu.scheduler.agenda.PlacedItem;
import jp.tsunagu.scheduler.paper.CaseNumber;

/**
 * What the papers of an agenda that is issued now say besides its items, kept with it: names, room
 * and numbers of this day, and what was decided before it.
 *
 * @param meeting before it is issued
 * @param agenda of the group
 */
record Wordings(Workbench bench, Meeting meeting, Agenda agenda) {

  AgendaWording of(List<AgendaEntry> entries, List<CarriedEntry> carried) {
    NetworkDirectory directory = bench.city().directory();
    Optional<MeetingBody> body = bench.city().body(meeting.id().body());
    List<CarriedEntry> notPlaced = notPlaced(entries, carried);
    List<NotInvited> notInvited =
        new Uninvited(bench).of(entries.stream().map(AgendaEntry::item).toList());
    return new AgendaWording(
        new AgendaHead(
            directory.nameOf(meeting.id().body()),
            directory.printedNameOf(meeting.organiser()),
            body.map(one -> one.place().room()).orElse(null),
            directory.agency(meeting.organiser()).map(Agency::dutyContact).orElse(null),
            new Notices(bench).reminder(meeting).orElse(null)),
        named(directory, entries, notInvited),
        cases(entries, notPlaced),
        conflicts(directory),
        notInvited,
        notPlaced,
        bench.known().held().size());
  }

  private List<CarriedEntry> notPlaced(List<AgendaEntry> entries, List<CarriedEntry> carried) {
    SequencedMap<ItemRef, CarriedEntry> all = new LinkedHashMap<>(meeting.agenda().carried());
    entries.forEach(entry -> all.remove(entry.item()));
    carried.forEach(entry -> all.put(entry.item(), entry));
    return List.copyOf(all.values());
  }

  private List<NamedAgency> named(
      NetworkDirectory directory, List<AgendaEntry> entries, List<NotInvited> notInvited) {
    Set<AgencyId> agencies = new TreeSet<>();
    agencies.add(meeting.organiser());
    bench.city().body(meeting.id().body()).map(MeetingBody::members).ifPresent(agencies::addAll);
    meeting.notices().values().forEach(told -> agencies.add(told.notice().addressee()));
    notInvited.forEach(missing -> agencies.addAll(missing.agencies()));
    agenda.conflicts().forEach(conflict -> agencies.add(conflict.agency()));
    for (AgendaEntry entry : entries) {
      agencies.add(entry.requestedBy());
      agencies.addAll(entry.invited());
    }
    return agencies.stream()
        .map(agency -> new NamedAgency(agency, directory.printedNameOf(agency)))
        .toList();
  }

  private List<AgendaCase> cases(List<AgendaEntry> entries, List<CarriedEntry> notPlaced) {
    Map<CaseId, LocalDate> decided = new HashMap<>();
    for (PlacedItem item : agenda.placed()) {
      LocalDate day = item.request().lastDecided();
      if (day != null) {
        decided.put(item.request().caseId(), day);
      }
    }
    return Stream.concat(
            entries.stream().map(AgendaEntry::item), notPlaced.stream().map(CarriedEntry::item))
        .map(ItemRef::caseId)
        .distinct()
        .map(caseId -> new AgendaCase(caseId, numberOf(caseId).value(), decided.get(caseId)))
        .toList();
  }

  private CaseNumber numberOf(CaseId caseId) {
    return bench.known().state(caseId).map(CaseNumber::of).orElseGet(() -> CaseNumber.of(caseId));
  }

  private List<AgendaConflict> conflicts(NetworkDirectory directory) {
    return agenda.conflicts().stream()
        .filter(conflict -> conflict.meetingId().equals(meeting.id()))
        .map(
            conflict ->
                new AgendaConflict(
                    conflict.agency(),
                    conflict.from(),
                    conflict.until(),
                    directory.nameOf(conflict.other().body())))
        .toList();
  }
}
