package jp.tsunagu.gateway.web;

import java.time.LocalDate;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemCarried;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingNoticeCancelled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequestWithdrawn;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MonitoringPeriodSet;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ResourceGapRecorded;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;

/** The codes an event of a meeting carries, ready to be read. */
final class ConferenceFacts {

  private final FactList facts;
  private final Names names;

  private ConferenceFacts(FactList facts, Names names) {
    this.facts = facts;
    this.names = names;
  }

  static void add(ConferenceEvent event, FactList facts, Names names) {
    new ConferenceFacts(facts, names).add(event);
  }

  private void add(ConferenceEvent event) {
    switch (event) {
      case MeetingRequested requested -> requested(requested);
      case ConferenceChanged changed -> changed(changed);
      case AgendaPublished published -> published(published);
      case ItemCarried carried -> carried(carried);
      case MeetingNoticeCancelled cancelled ->
          facts
              .meeting(cancelled.meetingId())
              .code("reason", Heading.REASON.label(), Coded.of(cancelled.reason()));
      case AttendanceAnswered answered -> answered(answered);
      case DatesAsked asked -> dates(asked);
      case DatesAnswered answered -> dates(answered);
      case MeetingHeld held -> held(held);
      case ItemDecided decided -> decided(decided);
      case MonitoringPeriodSet set ->
          facts
              .day("from", "モニタリング期間の始まり", set.period().from())
              .day("until", "モニタリング期間の終わり", set.period().until());
      case ResourceGapRecorded gap ->
          facts.code(
              "resource",
              Heading.MISSING_RESOURCE.label(),
              names.code(CodeList.MISSING_RESOURCES, gap.resource()));
      case MeetingReportFiled filed -> facts.meeting(filed.meetingId());
      case MeetingReportOverdue overdue -> facts.meeting(overdue.meetingId());
      case MeetingRequestWithdrawn _ -> {}
    }
  }

  private void requested(MeetingRequested event) {
    facts.agency("requestedBy", "相談した機関", event.requestedBy());
    conference(event.wish().conference());
    facts.code("purpose", "目的", Coded.of(event.wish().purpose()));
    facts.number("minutes", "希望する時間(分)", event.wish().minutes());
    event.persons().stream()
        .map(PersonRef::number)
        .sorted()
        .map(PersonRef::new)
        .forEach(facts::person);
    LocalDate notBefore = event.wish().notBefore();
    if (notBefore != null) {
      facts.day("notBefore", "希望日", notBefore);
    }
  }

  private void changed(ConferenceChanged event) {
    facts
        .code("from", "前", Coded.of(event.from()))
        .code("to", "後", Coded.of(event.to()))
        .code("reason", Heading.REASON.label(), Coded.of(event.reason()));
  }

  private void published(AgendaPublished event) {
    facts
        .meeting(event.place().meetingId())
        .moment("startsAt", "開始", event.place().startsAt())
        .number("minutes", "時間(分)", event.place().minutes());
    conference(event.conference());
    session(event.place().session());
    facts.agency("organiser", "主催", event.place().organiser());
  }

  private void carried(ItemCarried event) {
    facts
        .meeting(event.meetingId())
        .code("reason", Heading.REASON.label(), Coded.of(event.reason()));
    LocalDate next = event.next();
    if (next != null) {
      facts.day("next", "次の会議", next);
    }
  }

  private void answered(AttendanceAnswered event) {
    facts
        .meeting(event.meetingId())
        .agency("agency", "回答した機関", event.agency())
        .code("answer", "出欠", Coded.of(event.answer()));
    String reason = event.reason();
    if (reason != null) {
      facts.code("reason", Heading.REASON.label(), names.code(CodeList.ABSENCE_REASONS, reason));
    }
  }

  private void dates(DatesAsked event) {
    facts.meeting(event.meetingId());
    event.proposal().candidates().forEach(candidate -> facts.moment("candidate", "候補", candidate));
    event.whom().asked().stream()
        .sorted()
        .forEach(agency -> facts.agency("asked", "尋ねた機関", agency));
  }

  private void dates(DatesAnswered event) {
    facts.meeting(event.meetingId()).agency("agency", "回答した機関", event.agency());
    event
        .replies()
        .forEach(reply -> facts.moment("reply", reply.answer().label(), reply.startsAt()));
  }

  private void held(MeetingHeld event) {
    facts.meeting(event.meetingId()).moment("heldAt", "開催", event.heldAt());
    conference(event.conference());
    session(event.session());
    event.attended().stream()
        .sorted()
        .forEach(agency -> facts.agency("attended", Presence.ATTENDED.label(), agency));
  }

  private void decided(ItemDecided event) {
    facts.meeting(event.meetingId()).code("outcome", "決定", Coded.of(event.outcome()));
    event.agreed().roles().forEach(facts::role);
    event.agreed().leads().forEach(facts::lead);
    Names.coded(event.agreed().needed()).forEach(kind -> facts.code("needed", "必要と判断", kind));
  }

  private void conference(ConferenceKind kind) {
    facts.code("conference", Heading.CONFERENCE.label(), Coded.of(kind));
  }

  private void session(SessionKind session) {
    facts.code("session", Heading.SESSION.label(), Coded.of(session));
  }
}
