package jp.tsunagu.scheduler.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeItem;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.meeting.City;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.NoticeState;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.NoticeOccasion;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;
import org.jspecify.annotations.Nullable;

/**
 * Notices as papers; the same notice gives the same paper.
 *
 * @param cases what is known of a case
 */
public record NoticePapers(
    NetworkDirectory directory, Function<CaseId, Optional<CaseState>> cases) {

  private static final String ROOM_NOT_SET = "会場は別途お知らせします";

  /** With what is known now. */
  public NoticePapers(Known known) {
    this(known.directory(), known::state);
  }

  /** What people call this case. */
  public CaseNumber numberOf(CaseId caseId) {
    return cases.apply(caseId).map(CaseNumber::of).orElseGet(() -> CaseNumber.of(caseId));
  }

  /** The paper of a notice of this meeting. */
  public NoticePaper of(Meeting meeting, NoticeIssued notice) {
    return new NoticePaper(
        occasion(meeting, notice),
        new NoticePaper.Addressee(notice.addressee(), nameOf(notice.addressee())),
        session(meeting),
        schedule(meeting, notice.startsAt()),
        notice.revision(),
        notice.header().recordedAt(),
        notice.items().stream().map(this::item).toList(),
        answerBy(meeting, notice),
        directory.agency(meeting.organiser()).map(Agency::dutyContact).orElse(null));
  }

  /** What a person reads for this agency; a paper has no other place to say that it has left. */
  public String nameOf(AgencyId agency) {
    String name = directory.nameOf(agency);
    return directory.formerAgency(agency).isPresent() ? name + "(名簿から外れた)" : name;
  }

  /** The meeting as papers name it. */
  public Session session(Meeting meeting) {
    return new Session(
        meeting.id(),
        directory.nameOf(meeting.id().body()),
        meeting.conference(),
        nameOf(meeting.organiser()),
        meeting.session());
  }

  /** When and where, if it begins then. */
  public Schedule schedule(Meeting meeting, Instant startsAt) {
    LocalTime begins = timeOf(startsAt);
    LocalTime ends = begins.plusMinutes(meeting.minutes());
    String room = directory.meetingBody(meeting.id().body()).map(MeetingBody::room).orElse(null);
    return new Schedule(
        TokyoTime.dateOf(startsAt),
        begins,
        ends.isAfter(begins) ? ends : LocalTime.of(23, 59),
        room == null ? ROOM_NOT_SET : room);
  }

  private static LocalTime timeOf(Instant moment) {
    return LocalTime.ofInstant(moment, TokyoTime.ZONE);
  }

  private NoticeOccasion occasion(Meeting meeting, NoticeIssued notice) {
    return switch (notice.kind()) {
      case INVITATION, REMINDER -> new NoticeOccasion.Invited();
      case CHANGE, UNKNOWN ->
          new NoticeOccasion.Changed(schedule(meeting, startBefore(meeting, notice)));
      case CANCELLATION -> new NoticeOccasion.Cancelled(reasonOf(notice));
    };
  }

  private static NoticeEnd reasonOf(NoticeIssued notice) {
    NoticeEnd reason = notice.reason();
    return reason == null ? NoticeEnd.MEETING_CANCELLED : reason;
  }

  private static Instant startBefore(Meeting meeting, NoticeIssued notice) {
    return meeting.notices().values().stream()
        .map(NoticeState::notice)
        .filter(each -> each.addressee().equals(notice.addressee()))
        .filter(each -> each.header().sequence() < notice.header().sequence())
        .reduce((_, later) -> later)
        .map(NoticeIssued::startsAt)
        .orElse(notice.startsAt());
  }

  private NoticePaper.Item item(NoticeItem item) {
    return new NoticePaper.Item(
        numberOf(item.item().caseId()), item.purpose(), timeOf(item.startsAt()), item.minutes());
  }

  private @Nullable Instant answerBy(Meeting meeting, NoticeIssued notice) {
    if (notice.kind() == NoticeKind.CANCELLATION) {
      return null;
    }
    Optional<City> city = City.of(directory);
    return directory
        .meetingBody(meeting.id().body())
        .flatMap(
            body ->
                city.flatMap(
                    each -> each.days(body).reminder(TokyoTime.dateOf(notice.startsAt())).known()))
        .filter(at -> at.isAfter(notice.header().recordedAt()))
        .orElse(null);
  }

  /** The agency's mail address, if it has one. */
  public Optional<String> mailOf(AgencyId agency) {
    return directory.meetingContact(agency).map(MeetingContact::mail).map(Objects::requireNonNull);
  }

  /** The organiser or an addressee, as calendars name it. */
  public CalendarParty party(AgencyId agency) {
    return mailOf(agency)
        .map(mail -> CalendarParty.byMail(nameOf(agency), mail))
        .orElseGet(() -> CalendarParty.named(nameOf(agency), agency));
  }
}
