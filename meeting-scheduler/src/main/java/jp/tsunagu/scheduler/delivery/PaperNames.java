package jp.tsunagu.scheduler.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.meeting.AgendaCase;
import jp.tsunagu.contract.meeting.AgendaWording;
import jp.tsunagu.scheduler.meeting.City;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;
import org.jspecify.annotations.Nullable;

/**
 * What papers of one revision of a meeting call things: as they were called when it was issued.
 *
 * @param now what they are called now, for what was not issued
 * @param wording what was said then; none for a draft
 */
public record PaperNames(NoticePapers now, Meeting meeting, @Nullable AgendaWording wording) {

  private static final String ROOM_NOT_SET = "会場は別途お知らせします";

  private Optional<AgendaWording> said() {
    return Optional.ofNullable(wording);
  }

  /** The agency's name. */
  public String nameOf(AgencyId agency) {
    return said().flatMap(each -> each.nameOf(agency)).orElseGet(() -> now.nameOf(agency));
  }

  /** What people call this case. */
  public CaseNumber numberOf(CaseId caseId) {
    return said()
        .flatMap(each -> each.caseOf(caseId))
        .map(AgendaCase::number)
        .map(CaseNumber::new)
        .orElseGet(() -> now.numberOf(caseId));
  }

  /** The meeting as papers name it. */
  public Session session() {
    return new Session(
        meeting.id(),
        said()
            .map(wording -> wording.head().body())
            .orElseGet(() -> now.directory().nameOf(meeting.id().body())),
        meeting.conference(),
        said()
            .map(wording -> wording.head().organiser())
            .orElseGet(() -> now.nameOf(meeting.organiser())),
        meeting.session());
  }

  /** When and where, if it begins then. */
  public Schedule schedule(Instant startsAt) {
    LocalTime begins = LocalTime.ofInstant(startsAt, TokyoTime.ZONE);
    LocalTime ends = begins.plusMinutes(meeting.day().minutes());
    String room = room();
    return new Schedule(
        TokyoTime.dateOf(startsAt),
        begins,
        ends.isAfter(begins) ? ends : LocalTime.of(23, 59),
        room == null ? ROOM_NOT_SET : room);
  }

  private @Nullable String room() {
    return wording != null
        ? wording.head().room()
        : now.directory()
            .meetingBody(meeting.id().body())
            .map(body -> body.place().room())
            .orElse(null);
  }

  @Nullable String contact() {
    return wording != null
        ? wording.head().contact()
        : now.directory().agency(meeting.organiser()).map(Agency::dutyContact).orElse(null);
  }

  @Nullable Instant answerBy(Instant startsAt) {
    return wording != null
        ? wording.head().answerBy()
        : City.of(now.directory())
            .flatMap(
                city ->
                    city.body(meeting.id().body())
                        .flatMap(
                            body -> city.days(body).reminder(TokyoTime.dateOf(startsAt)).known()))
            .orElse(null);
  }
}
