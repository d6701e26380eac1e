package jp.tsunagu.scheduler.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeItem;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.scheduler.invitation.CalendarParty;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.NoticeState;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.Edition;
import jp.tsunagu.scheduler.paper.NoticeOccasion;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Notices as papers; the same notice gives the same paper.
 *
 * @param cases what is known of a case
 */
public record NoticePapers(
    NetworkDirectory directory, Function<CaseId, Optional<CaseState>> cases) {

  /** With what is known now. */
  public NoticePapers(Known known) {
    this(known.directory(), known::state);
  }

  /** What people call this case. */
  public CaseNumber numberOf(CaseId caseId) {
    return cases.apply(caseId).map(CaseNumber::of).orElseGet(() -> CaseNumber.of(caseId));
  }

  /** What papers of this revision call things; those of a meeting without one as of now. */
  public PaperNames names(Meeting meeting, int revision) {
    return new PaperNames(
        this, meeting, meeting.issue(revision).map(AgendaIssued::wording).orElse(null));
  }

  /** The paper of a notice of this meeting. */
  public NoticePaper of(Meeting meeting, NoticeIssued notice) {
    PaperNames names = names(meeting, notice.revision());
    return new NoticePaper(
        occasion(meeting, notice),
        new NoticePaper.Addressee(notice.addressee(), names.nameOf(notice.addressee())),
        names.session(),
        names.schedule(notice.startsAt()),
        Edition.issued(notice.revision(), notice.header().recordedAt()),
        notice.items().stream().map(item -> item(names, item)).toList(),
        answerBy(names, notice),
        names.contact());
  }

  /** What a paper says for this agency now. */
  public String nameOf(AgencyId agency) {
    return directory.printedNameOf(agency);
  }

  private static LocalTime timeOf(Instant moment) {
    return LocalTime.ofInstant(moment, TokyoTime.ZONE);
  }

  private NoticeOccasion occasion(Meeting meeting, NoticeIssued notice) {
    return switch (notice.kind()) {
      case INVITATION, REMINDER -> new NoticeOccasion.Invited();
      case CHANGE, UNKNOWN -> new NoticeOccasion.Changed(before(meeting, notice));
      case CANCELLATION -> new NoticeOccasion.Cancelled(reasonOf(notice));
    };
  }

  private static NoticeEnd reasonOf(NoticeIssued notice) {
    NoticeEnd reason = notice.reason();
    return reason == null ? NoticeEnd.MEETING_CANCELLED : reason;
  }

  /** What the notice before said, as it said it. */
  private Schedule before(Meeting meeting, NoticeIssued notice) {
    NoticeIssued earlier =
        meeting.notices().values().stream()
            .map(NoticeState::notice)
            .filter(each -> each.addressee().equals(notice.addressee()))
            .filter(each -> each.header().sequence() < notice.header().sequence())
            .reduce((_, later) -> later)
            .orElse(notice);
    return names(meeting, earlier.revision()).schedule(earlier.startsAt());
  }

  private static NoticePaper.Item item(PaperNames names, NoticeItem item) {
    return new NoticePaper.Item(
        names.numberOf(item.item().caseId()),
        item.purpose(),
        timeOf(item.startsAt()),
        item.minutes());
  }

  private static @Nullable Instant answerBy(PaperNames names, NoticeIssued notice) {
    Instant at =
        notice.kind() == NoticeKind.CANCELLATION ? null : names.answerBy(notice.startsAt());
    return at != null && at.isAfter(notice.header().recordedAt()) ? at : null;
  }

  /** The agency's mail address, if it has one. */
  public Optional<String> mailOf(AgencyId agency) {
    return directory.meetingContact(agency).map(MeetingContact::mail).map(Objects::requireNonNull);
  }

  /** The organiser or an addressee, as calendars name it: the name that its paper says. */
  public CalendarParty party(AgencyId agency, String name) {
    return mailOf(agency)
        .map(mail -> CalendarParty.byMail(name, mail))
        .orElseGet(() -> CalendarParty.named(name, agency));
  }
}
