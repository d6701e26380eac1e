package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RecordMeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem.Attendance;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.MeetingCommand.CompleteMinutes;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingCommand.SettleItem;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.MinutesCompleted;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.Participant;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;

/** What is recorded of a meeting after it was held. */
record Sessions(Workbench bench) {

  Optional<MeetingRefusal> held(RecordAttendance command) {
    Optional<Meeting> found = bench.meeting(command.meetingId());
    Optional<MeetingRefusal> refusal = mayRecord(command, found);
    if (refusal.isEmpty()) {
      record(command, found.orElseThrow());
    }
    return refusal;
  }

  private Optional<MeetingRefusal> mayRecord(RecordAttendance command, Optional<Meeting> found) {
    if (found.isEmpty()) {
      return Optional.of(MeetingRefusal.MEETING_UNKNOWN);
    }
    Meeting meeting = found.get();
    return rules(command.header().actor())
        .isMine(meeting.id())
        .or(() -> rule(meeting.stage() != Stage.HELD, MeetingRefusal.ALREADY_HELD))
        .or(() -> rule(!meeting.isOver(), MeetingRefusal.MEETING_OVER))
        .or(() -> rule(meeting.isPublished(), MeetingRefusal.NOT_PUBLISHED))
        .or(() -> rule(!command.heldAt().isAfter(bench.now()), MeetingRefusal.TIME_OUTSIDE))
        .or(() -> rule(areKnown(command.attendees()), MeetingRefusal.AGENCY_UNKNOWN))
        .or(() -> new Attending(bench, meeting, command.attendees()).objection())
        .or(() -> rule(reasonsAreGiven(command, meeting), MeetingRefusal.ABSENCE_REASON_MISSING));
  }

  private CommandRules rules(AgencyId actor) {
    return new CommandRules(bench, actor);
  }

  private static Optional<MeetingRefusal> rule(boolean fine, MeetingRefusal refusal) {
    return Objections.unless(fine, refusal);
  }

  /** Whoever sat there may have left since. */
  private boolean areKnown(List<Attendee> attendees) {
    return attendees.stream()
        .allMatch(each -> bench.city().directory().everAgency(each.agency()).isPresent());
  }

  private boolean isKnown(AgencyId agency) {
    return bench.city().directory().agency(agency).isPresent();
  }

  /** In a 重層的支援会議 absence needs a reason, a proxy or a written opinion. */
  private boolean reasonsAreGiven(RecordAttendance command, Meeting meeting) {
    return meeting.conference() == ConferenceKind.SUPPORT_CONFERENCE
        || participants(command, meeting).stream()
            .filter(each -> each.presence() == Presence.ABSENT)
            .allMatch(each -> isExcused(each, meeting));
  }

  private boolean isExcused(Participant absent, Meeting meeting) {
    String reason = absent.reason();
    return reason == null
        ? lastAnswer(absent.agency(), meeting)
            .filter(answer -> answer != AttendanceAnswer.ATTENDS)
            .filter(answer -> answer != AttendanceAnswer.OTHER_DATE)
            .isPresent()
        : bench.city().isAbsenceReason(reason);
  }

  private Optional<AttendanceAnswer> lastAnswer(AgencyId agency, Meeting meeting) {
    return meeting.entries().stream()
        .flatMap(entry -> bench.known().item(entry.item()).stream())
        .flatMap(item -> item.notice().answers().stream())
        .filter(answer -> answer.agency().equals(agency))
        .map(Attendance::answer)
        .reduce((_, later) -> later);
  }

  private void record(RecordAttendance command, Meeting meeting) {
    Instant heldAt = command.heldAt();
    List<Participant> participants = participants(command, meeting);
    List<AgencyId> tookPart =
        participants.stream()
            .filter(each -> each.presence().tookPart())
            .map(Participant::agency)
            .toList();
    Attending attending = new Attending(bench, meeting, command.attendees());
    List<AgendaEntry> dealtWith = Attending.dealtWith(bench, meeting);
    bench.happened(
        meeting.id(),
        heldAt,
        header ->
            new ConferenceHeld(
                header,
                meeting.conference(),
                meeting.session(),
                heldAt,
                dealtWith.stream().map(AgendaEntry::item).toList(),
                participants));
    for (AgendaEntry entry : dealtWith) {
      bench.ask(
          new RecordMeetingHeld(
              bench.wish(entry.item(), meeting.id(), "held"),
              entry.item().requestId(),
              meeting.id(),
              heldAt,
              meeting.session(),
              attending.at(entry, tookPart)));
    }
  }

  /** Who was noted, and everyone invited who was not: absent. */
  private List<Participant> participants(RecordAttendance command, Meeting meeting) {
    List<Participant> participants = new ArrayList<>();
    Set<AgencyId> noted = new HashSet<>();
    for (Attendee attendee : command.attendees()) {
      noted.add(attendee.agency());
      participants.add(participant(attendee));
    }
    Set<AgencyId> invited = new TreeSet<>();
    meeting.entries().forEach(entry -> invited.addAll(entry.invited()));
    invited.remove(AgencyId.WITHHELD);
    invited.remove(meeting.organiser());
    invited.stream()
        .filter(agency -> !noted.contains(agency))
        .map(agency -> participant(new Attendee(agency, unnoted(agency, meeting), null)))
        .forEach(participants::add);
    return List.copyOf(participants);
  }

  private Presence unnoted(AgencyId agency, Meeting meeting) {
    return lastAnswer(agency, meeting)
            .filter(a -> a == AttendanceAnswer.WRITTEN_OPINION)
            .isPresent()
        ? Presence.WRITTEN_OPINION
        : Presence.ABSENT;
  }

  private Participant participant(Attendee attendee) {
    StatisticsField field =
        bench
            .city()
            .directory()
            .everAgency(attendee.agency())
            .map(agency -> agency.work().statisticsField())
            .orElse(StatisticsField.OTHER);
    return new Participant(attendee.agency(), field, attendee.presence(), attendee.reason());
  }

  Optional<MeetingRefusal> settle(SettleItem command) {
    Optional<Meeting> found = bench.meeting(command.meetingId());
    Optional<MeetingRefusal> refusal = maySettle(command, found);
    if (refusal.isEmpty()) {
      settled(command, found.orElseThrow());
    }
    return refusal;
  }

  private Optional<MeetingRefusal> maySettle(SettleItem command, Optional<Meeting> found) {
    if (found.isEmpty()) {
      return Optional.of(MeetingRefusal.MEETING_UNKNOWN);
    }
    Meeting meeting = found.get();
    MonitoringPeriod period = command.monitoring();
    return rules(command.header().actor())
        .isMine(meeting.id())
        .or(() -> rule(meeting.stage() == Stage.HELD, MeetingRefusal.NOT_HELD))
        .or(() -> rule(meeting.entry(command.item()).isPresent(), MeetingRefusal.NOT_ON_AGENDA))
        .or(
            () ->
                rule(
                    !meeting.outcome().settled().containsKey(command.item()),
                    MeetingRefusal.ALREADY_DECIDED))
        .or(() -> rule(rolesAreKnown(command), MeetingRefusal.ROLE_UNKNOWN))
        .or(() -> rule(agenciesAreKnown(command), MeetingRefusal.AGENCY_UNKNOWN))
        .or(() -> rule(resourcesAreKnown(command), MeetingRefusal.RESOURCE_UNKNOWN))
        .or(
            () ->
                rule(
                    period == null || !period.until().isBefore(period.from()),
                    MeetingRefusal.PERIOD_WRONG));
  }

  private boolean rolesAreKnown(SettleItem command) {
    return command.agreed().roles().stream().allMatch(role -> bench.city().isRole(role.role()));
  }

  private boolean agenciesAreKnown(SettleItem command) {
    return command.agreed().roles().stream().allMatch(role -> isKnown(role.agency()))
        && command.agreed().leads().stream().map(Lead::agency).allMatch(this::isKnown);
  }

  private boolean resourcesAreKnown(SettleItem command) {
    return command.missingResources().stream().allMatch(bench.city()::isResource);
  }

  private void settled(SettleItem command, Meeting meeting) {
    bench.happened(
        meeting.id(),
        header ->
            new ItemSettled(
                header,
                command.item(),
                command.outcome(),
                command.agreed(),
                command.monitoring(),
                command.missingResources()));
    bench.ask(
        new DecideItem(
            bench.wish(command.item(), meeting.id(), "decide"),
            command.item().requestId(),
            meeting.id(),
            command.outcome(),
            command.agreed(),
            command.monitoring(),
            command.missingResources()));
  }

  Optional<MeetingRefusal> complete(CompleteMinutes command) {
    Optional<Meeting> found = bench.meeting(command.meetingId());
    if (found.isEmpty()) {
      return Optional.of(MeetingRefusal.MEETING_UNKNOWN);
    }
    Optional<MeetingRefusal> refusal =
        rules(command.header().actor())
            .isMine(command.meetingId())
            .or(() -> rule(found.get().stage() == Stage.HELD, MeetingRefusal.NOT_HELD));
    if (refusal.isEmpty()) {
      bench.happened(command.meetingId(), MinutesCompleted::new);
    }
    return refusal;
  }
}
