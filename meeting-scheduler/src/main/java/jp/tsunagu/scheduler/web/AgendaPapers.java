package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.MeetingItem.Attendance;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.scheduler.agenda.Conflict;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.paper.AgendaPaper;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** Agendas and attendance sheets as papers. */
record AgendaPapers(Reading reading) {

  private NoticePapers names() {
    return new NoticePapers(reading.known());
  }

  /** The agenda; none while the meeting has no day. */
  Optional<Paper> agenda(Meeting meeting) {
    Instant startsAt = meeting.startsAt();
    if (startsAt == null) {
      return Optional.empty();
    }
    Outlook.Preview preview =
        Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now());
    return Optional.of(
        new AgendaPaper(
            List.of(names().session(meeting)),
            names().schedule(meeting, startsAt),
            Math.max(1, meeting.revision()),
            reading.now(),
            items(meeting, preview.entries()),
            pauses(preview.entries()),
            preview.carried().stream().map(carried -> notPlaced(meeting, carried)).toList(),
            preview.conflicts().stream()
                .filter(conflict -> conflict.meetingId().equals(meeting.id()))
                .map(this::conflict)
                .toList(),
            reading.known().held().size()));
  }

  private List<AgendaPaper.Item> items(Meeting meeting, List<AgendaEntry> entries) {
    List<AgendaPaper.Item> items = new ArrayList<>();
    for (AgendaEntry entry : entries) {
      items.add(
          new AgendaPaper.Item(
              items.size() + 1,
              names().numberOf(entry.item().caseId()),
              meeting.conference(),
              entry.purpose(),
              timeOf(entry.startsAt()),
              entry.minutes(),
              names().nameOf(entry.requestedBy()),
              entry.invited().stream().sorted().map(names()::nameOf).toList(),
              lastDecided(entry.item().caseId())));
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
                meeting.settled().keySet().stream().anyMatch(item -> item.caseId().equals(caseId)))
        .map(meeting -> TokyoTime.dateOf(Objects.requireNonNull(meeting.held()).heldAt()))
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static List<AgendaPaper.Pause> pauses(List<AgendaEntry> entries) {
    List<AgendaPaper.Pause> pauses = new ArrayList<>();
    for (int next = 1; next < entries.size(); next++) {
      Instant end = entries.get(next - 1).endsAt();
      long minutes = java.time.Duration.between(end, entries.get(next).startsAt()).toMinutes();
      if (minutes > 0) {
        pauses.add(new AgendaPaper.Pause(timeOf(end), (int) minutes));
      }
    }
    return pauses;
  }

  private AgendaPaper.NotPlaced notPlaced(Meeting meeting, CarriedEntry carried) {
    return new AgendaPaper.NotPlaced(
        names().numberOf(carried.item().caseId()),
        meeting.conference(),
        carried.reason(),
        carried.next());
  }

  private AgendaPaper.Conflict conflict(Conflict conflict) {
    String other =
        reading
            .city()
            .body(conflict.other().body())
            .map(body -> body.name())
            .orElse(conflict.other().value());
    return new AgendaPaper.Conflict(
        names().nameOf(conflict.agency()),
        timeOf(conflict.from()),
        timeOf(conflict.until()),
        other);
  }

  /** The sheet to sign at the door. */
  AttendanceSheetPaper attendance(Meeting meeting) {
    Set<AgencyId> invited = new TreeSet<>();
    meeting.entries().forEach(entry -> invited.addAll(entry.invited()));
    return new AttendanceSheetPaper(
        names().session(meeting),
        names().schedule(meeting, Objects.requireNonNull(meeting.startsAt())),
        reading.now(),
        invited.stream()
            .map(
                agency ->
                    new AttendanceSheetPaper.Row(
                        names().nameOf(agency), lastAnswer(meeting, agency)))
            .toList());
  }

  private @Nullable AttendanceAnswer lastAnswer(Meeting meeting, AgencyId agency) {
    return meeting.entries().stream()
        .flatMap(entry -> reading.known().item(entry.item()).stream())
        .flatMap(item -> item.answers().stream())
        .filter(answer -> answer.agency().equals(agency))
        .map(Attendance::answer)
        .reduce((_, later) -> later)
        .orElse(null);
  }
}
