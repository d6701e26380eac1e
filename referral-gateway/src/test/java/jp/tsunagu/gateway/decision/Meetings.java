package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RecordMeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import org.jspecify.annotations.Nullable;

/** Commands about meetings that many tests share. */
final class Meetings {
  static final ConferenceKind SUPPORT = ConferenceKind.SUPPORT_CONFERENCE;
  static final ConferenceKind PLAN = ConferenceKind.PLAN_CONFERENCE;
  static final MeetingRequestId ITEM = request(1);
  static final MeetingId OCTOBER = new MeetingId(Town.SUPPORT_BODY + ".2026-10-13");
  static final MeetingId DECEMBER = new MeetingId(Town.SUPPORT_BODY + ".2026-12-08");
  static final MeetingId PLAN_DECEMBER = new MeetingId(Town.PLAN_BODY + ".2026-12-08");

  private Meetings() {}

  static MeetingRequestId request(int number) {
    return new MeetingRequestId(new UUID(0x7000L, number));
  }

  static RequestMeeting ask(
      CommandHeader header, int number, ConferenceKind kind, Set<Integer> persons, AgencyId... at) {
    return ask(header, number, kind, MeetingPurpose.NEW, persons, at);
  }

  static RequestMeeting ask(
      CommandHeader header,
      int number,
      ConferenceKind kind,
      MeetingPurpose purpose,
      Set<Integer> persons,
      AgencyId... at) {
    return new RequestMeeting(
        header,
        request(number),
        new MeetingWish(kind, purpose, 60, false, null, null),
        persons.stream().map(PersonRef::new).collect(Collectors.toSet()),
        Set.of(at));
  }

  static PublishAgendaItem publish(
      CommandHeader header, MeetingRequestId item, MeetingId meeting, int revision) {
    AgencyId organiser = meeting.body().equals(Town.PLAN_BODY) ? Town.SHAKYO : Town.DESK;
    String day = meeting.value().substring(meeting.value().indexOf('.') + 1);
    return new PublishAgendaItem(
        header,
        item,
        new MeetingPlace(
            meeting,
            revision,
            Story.tokyo(day + "T15:00"),
            60,
            organiser,
            SessionKind.REGULAR,
            null));
  }

  static RecordMeetingHeld held(
      CommandHeader header, MeetingRequestId item, MeetingId meeting, AgencyId... attended) {
    return new RecordMeetingHeld(
        header, item, meeting, header.occurredAt(), SessionKind.REGULAR, Set.of(attended));
  }

  /** Two days of October; the first is that of the notice. */
  static final List<Instant> DAYS =
      List.of(Story.tokyo("2026-10-13T15:00"), Story.tokyo("2026-10-15T10:00"));

  static AskForDates askForDates(CommandHeader header, List<Instant> candidates) {
    return new AskForDates(header, ITEM, OCTOBER, Town.DESK, candidates, 60);
  }

  /** The same answer to every candidate. */
  static AnswerDates answerDates(
      CommandHeader header, List<Instant> candidates, DateAnswer answer) {
    return new AnswerDates(
        header, ITEM, OCTOBER, candidates.stream().map(day -> new DateReply(day, answer)).toList());
  }

  static AnswerAttendance answer(
      CommandHeader header, MeetingId meeting, AttendanceAnswer answer, @Nullable String reason) {
    return new AnswerAttendance(header, ITEM, meeting, answer, reason);
  }

  static DecideItem decide(
      CommandHeader header,
      MeetingRequestId item,
      MeetingId meeting,
      ItemOutcome outcome,
      @Nullable MonitoringPeriod monitoring,
      AgencyId... withRole) {
    return new DecideItem(
        header,
        item,
        meeting,
        outcome,
        new Agreed(
            Stream.of(withRole).map(agency -> new AgencyRole(agency, "support")).toList(),
            List.of()),
        monitoring,
        List.of());
  }

  /** The same, which also says what is missing. */
  static DecideItem lacking(DecideItem decided, List<String> resources) {
    return new DecideItem(
        decided.header(),
        decided.requestId(),
        decided.meetingId(),
        decided.outcome(),
        decided.agreed(),
        decided.monitoring(),
        resources);
  }

  static DecideItem close(
      CommandHeader header, MeetingRequestId item, MeetingId meeting, AgencyId... leads) {
    return new DecideItem(
        header,
        item,
        meeting,
        ItemOutcome.COORDINATION_ENDS,
        new Agreed(
            List.of(),
            IntStream.range(0, leads.length)
                .mapToObj(i -> new Lead(new PersonRef(i + 1), leads[i]))
                .toList()),
        null,
        List.of("housing"));
  }

  /** The meeting judges that those whom the item names need 参加支援. */
  static DecideItem judge(CommandHeader header, MeetingRequestId item, MeetingId meeting) {
    return new DecideItem(
        header,
        item,
        meeting,
        ItemOutcome.CONTINUED,
        new Agreed(List.of(), List.of(), Set.of(SideKind.PARTICIPATION)),
        null,
        List.of());
  }
}
