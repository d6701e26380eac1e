package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.NoticeState;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;
import jp.tsunagu.scheduler.web.IssuedNotices.Issued;
import jp.tsunagu.scheduler.web.IssuedNotices.NoticeView;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;

/** The notices that a caller may see, with what becomes of each. */
final class IssuedNotices {

  private final Reading reading;
  private final MailProperties mail;

  IssuedNotices(Reading reading, MailProperties mail) {
    this.reading = reading;
    this.mail = mail;
  }

  /** A notice with its meeting. */
  record Issued(Meeting meeting, NoticeState state) {

    UUID id() {
      return state.notice().noticeId();
    }

    /** The oldest first. */
    Cursor place(char list) {
      return Lists.oldestFirst(list, state.notice().header().recordedAt(), id());
    }
  }

  /** A notice for JSON. */
  record NoticeView(
      String noticeId,
      @Flat Of of,
      AgencyId addressee,
      Coded kind,
      Instant issuedAt,
      Instant startsAt,
      List<NamedCase> cases,
      @Flat Sending sending) {}

  /** Of which meeting, by which revision of its agenda. */
  record Of(String meetingId, int revision) {}

  /**
   * On which way it goes.
   *
   * @param delivery how far it got
   * @param fault why it did not arrive; empty where that did not happen
   */
  record Sending(Coded way, Coded delivery, String fault) {}

  /** All of them. */
  List<Issued> all() {
    return reading.meetings().all().stream()
        .filter(reading::sees)
        .flatMap(
            meeting -> meeting.notices().values().stream().map(state -> new Issued(meeting, state)))
        .toList();
  }

  /** Those of one meeting, the oldest first. */
  List<Issued> of(Meeting meeting) {
    return all().stream().filter(issued -> issued.meeting().id().equals(meeting.id())).toList();
  }

  /** The one with this id. */
  Optional<Issued> find(String id) {
    return all().stream().filter(issued -> issued.id().toString().equals(id)).findFirst();
  }

  /** What still has to be brought to the post. */
  List<Issued> letters() {
    return all().stream()
        .filter(issued -> issued.state().delivery() instanceof Delivery.Waiting)
        .filter(issued -> issued.state().notice().kind() != NoticeKind.REMINDER)
        .filter(issued -> !isMailed(issued))
        .toList();
  }

  NoticeView view(Issued issued) {
    NoticeIssued notice = issued.state().notice();
    Delivery delivery = issued.state().delivery();
    return new NoticeView(
        notice.noticeId().toString(),
        new Of(issued.meeting().id().value(), notice.revision()),
        notice.addressee(),
        Coded.of(notice.kind()),
        notice.header().recordedAt(),
        notice.startsAt(),
        NamedCase.of(notice.items().stream().map(item -> item.item().caseId()), reading),
        new Sending(
            Coded.of(isMailed(issued) ? DeliveryWay.MAIL : DeliveryWay.POST),
            Coded.of(DeliveryCode.of(delivery)),
            delivery instanceof Delivery.GivenUp(int _, String fault) ? fault : ""));
  }

  /** Without a mail server everything goes by post. */
  private boolean isMailed(Issued issued) {
    return mail.isConfigured()
        && new NoticePapers(reading.known())
            .mailOf(issued.state().notice().addressee())
            .isPresent();
  }
}
