package jp.tsunagu.scheduler.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.MeetingItem.Attendance;
import jp.tsunagu.contract.meeting.AgendaCase;
import jp.tsunagu.contract.meeting.AgendaConflict;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.AgendaWording;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.scheduler.agenda.Conflict;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.delivery.PaperNames;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.paper.AgendaPaper;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.Edition;
import jp.tsunagu.scheduler.paper.ItemSlot;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** Agendas and attendance sheets as papers. */
record AgendaPapers(Reading reading) {

  /**
   * An agenda that was issued, as it was issued, or what would be issued now.
   *
   * @param revision none takes the latest
   * @return none where there is no such revision, and while the meeting has no day
   */
  Optional<Paper> agenda(Meeting meeting, @Nullable Integer revision) {
    if (revision == null && meeting.agenda().issues().isEmpty()) {
      return draft(meeting);
    }
    return meeting
        .issue(revision == null ? Integer.MAX_VALUE : revision)
        .filter(issued -> revision == null || issued.revision() == revision)
        .map(issued -> issued(meeting, issued));
  }

  private Paper issued(Meeting meeting, AgendaIssued issued) {
    PaperNames names = new PaperNames(papers(), meeting, issued.wording());
    AgendaWording wording = issued.wording();
    List<CarriedEntry> notPlaced = wording == null ? issued.carried() : wording.notPlaced();
    return new AgendaPaper(
        List.of(names.session()),
        names.schedule(issued.startsAt()),
        Edition.issued(issued.revision(), issued.header().recordedAt()).printed(reading.now()),
        new AgendaPaper.OrderOfTheDay(
            items(names, issued.entries(), caseId -> decidedBefore(wording, caseId)),
            pauses(issued.entries())),
        new AgendaPaper.LeftOpen(
            notPlaced.stream().map(carried -> notPlaced(names, carried)).toList(),
            wording == null
                ? List.of()
                : wording.conflicts().stream().map(each -> conflict(names, each)).toList(),
            wording == null ? List.of() : leftOut(names, wording.notInvited()),
            wording == null ? 0 : wording.incomplete()));
  }

  private static @Nullable LocalDate decidedBefore(@Nullable AgendaWording wording, CaseId caseId) {
    return wording == null
        ? null
        : wording.caseOf(caseId).map(AgendaCase::decidedBefore).orElse(null);
  }

  private Optional<Paper> draft(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    if (startsAt == null) {
      return Optional.empty();
    }
    PaperNames names = new PaperNames(papers(), meeting, null);
    Outlook.Preview preview =
        Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now());
    List<ItemRef> refs = preview.entries().stream().map(AgendaEntry::item).toList();
    return Optional.of(
        new AgendaPaper(
            List.of(names.session()),
            names.schedule(startsAt),
            Edition.draft(reading.now()),
            new AgendaPaper.OrderOfTheDay(
                items(names, preview.entries(), this::lastDecided), pauses(preview.entries())),
            new AgendaPaper.LeftOpen(
                preview.carried().stream().map(carried -> notPlaced(names, carried)).toList(),
                preview.conflicts().stream()
                    .filter(conflict -> conflict.meetingId().equals(meeting.id()))
                    .map(this::conflict)
                    .toList(),
                leftOut(
                    names,
                    Outlook.notInvited(reading.known(), reading.meetings(), refs, reading.now())),
                reading.known().held().size())));
  }

  private NoticePapers papers() {
    return new NoticePapers(reading.known());
  }

  private static List<AgendaPaper.Item> items(
      PaperNames names,
      List<AgendaEntry> entries,
      Function<CaseId, @Nullable LocalDate> decidedBefore) {
    List<AgendaPaper.Item> items = new ArrayList<>();
    for (AgendaEntry entry : entries) {
      items.add(
          new AgendaPaper.Item(
              new ItemSlot(items.size() + 1, timeOf(entry.startsAt()), entry.minutes()),
              names.numberOf(entry.item().caseId()),
              names.meeting().conference(),
              entry.purpose(),
              names.nameOf(entry.requestedBy()),
              entry.invited().stream().sorted().map(names::nameOf).toList(),
              decidedBefore.apply(entry.item().caseId())));
    }
    return items;
  }

  private static LocalTime timeOf(Instant moment) {
    return LocalTime.ofInstant(moment, TokyoTime.ZONE);
  }

  private @Nullable LocalDate lastDecided(CaseId caseId) {
    return reading.meetings().all().stream()
        .filter(meeting -> meeting.held() != null)
        .filter(
            meeting ->
                meeting.outcome().settled().keySet().stream()
                    .anyMatch(item -> item.caseId().equals(caseId)))
        .map(meeting -> TokyoTime.dateOf(Objects.requireNonNull(meeting.held()).heldAt()))
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static List<AgendaPaper.LeftOut> leftOut(PaperNames names, List<NotInvited> missing) {
    return missing.stream()
        .map(
            each ->
                new AgendaPaper.LeftOut(
                    names.numberOf(each.item().caseId()),
                    each.agencies().stream().map(names::nameOf).toList()))
        .toList();
  }

  private static List<AgendaPaper.Pause> pauses(List<AgendaEntry> entries) {
    List<AgendaPaper.Pause> pauses = new ArrayList<>();
    for (int next = 1; next < entries.size(); next++) {
      Instant end = entries.get(next - 1).endsAt();
      long minutes = Duration.between(end, entries.get(next).startsAt()).toMinutes();
      if (minutes > 0) {
        pauses.add(new AgendaPaper.Pause(timeOf(end), (int) minutes));
      }
    }
    return pauses;
  }

  private static AgendaPaper.NotPlaced notPlaced(PaperNames names, CarriedEntry carried) {
    return new AgendaPaper.NotPlaced(
        names.numberOf(carried.item().caseId()),
        names.meeting().conference(),
        carried.reason(),
        carried.next());
  }

  private static AgendaPaper.Conflict conflict(PaperNames names, AgendaConflict conflict) {
    return new AgendaPaper.Conflict(
        names.nameOf(conflict.agency()),
        timeOf(conflict.begins()),
        timeOf(conflict.ends()),
        conflict.other());
  }

  private AgendaPaper.Conflict conflict(Conflict conflict) {
    String other =
        reading
            .city()
            .body(conflict.other().body())
            .map(body -> body.name())
            .orElse(conflict.other().value());
    return new AgendaPaper.Conflict(
        papers().nameOf(conflict.agency()),
        timeOf(conflict.from()),
        timeOf(conflict.until()),
        other);
  }

  /** The sheet to sign at the door. */
  AttendanceSheetPaper attendance(Meeting meeting) {
    Set<AgencyId> invited = new TreeSet<>();
    meeting.entries().forEach(entry -> invited.addAll(entry.invited()));
    PaperNames names = papers().names(meeting, meeting.revision());
    return new AttendanceSheetPaper(
        names.session(),
        names.schedule(Objects.requireNonNull(meeting.startsAt())),
        reading.now(),
        invited.stream()
            .map(
                agency ->
                    new AttendanceSheetPaper.Row(names.nameOf(agency), lastAnswer(meeting, agency)))
            .toList());
  }

  private @Nullable AttendanceAnswer lastAnswer(Meeting meeting, AgencyId agency) {
    return meeting.entries().stream()
        .flatMap(entry -> reading.known().item(entry.item()).stream())
        .flatMap(item -> item.notice().answers().stream())
        .filter(answer -> answer.agency().equals(agency))
        .map(Attendance::answer)
        .reduce((_, later) -> later)
        .orElse(null);
  }
}
