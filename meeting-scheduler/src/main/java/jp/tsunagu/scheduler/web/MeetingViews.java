package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.Participant;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.MeetingView.Answer;
import jp.tsunagu.scheduler.web.MeetingView.Attendance;
import jp.tsunagu.scheduler.web.MeetingView.Carried;
import jp.tsunagu.scheduler.web.MeetingView.Decision;
import jp.tsunagu.scheduler.web.MeetingView.Detail;
import jp.tsunagu.scheduler.web.MeetingView.Incomplete;
import jp.tsunagu.scheduler.web.MeetingView.Issue;
import jp.tsunagu.scheduler.web.MeetingView.Item;
import jp.tsunagu.scheduler.web.MeetingView.Kind;
import jp.tsunagu.scheduler.web.MeetingView.LeadView;
import jp.tsunagu.scheduler.web.MeetingView.Role;
import jp.tsunagu.scheduler.web.MeetingView.Seeking;
import jp.tsunagu.scheduler.web.MeetingView.Size;
import jp.tsunagu.scheduler.web.MeetingView.Slot;
import jp.tsunagu.scheduler.web.MeetingView.Times;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** Meetings as values for JSON. */
record MeetingViews(Reading reading) {

  MeetingView summary(Meeting meeting) {
    return view(meeting, null);
  }

  MeetingView detail(Meeting meeting) {
    Outlook.Preview preview =
        Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now());
    ConferenceHeld held = meeting.held();
    List<Participant> participants = held == null ? List.of() : held.participants();
    return view(
        meeting,
        new Detail(
            new Seeking(
                meeting.day().candidates(), MeetingView.Dates.of(DatesPart.of(reading, meeting))),
            meeting.agenda().issues().stream()
                .map(issued -> new Issue(issued.revision(), issued.header().recordedAt()))
                .toList(),
            preview.entries().stream().map(entry -> item(meeting, entry)).toList(),
            preview.carried().stream().map(each -> Carried.of(each, reading)).toList(),
            notInvited(preview),
            participants.stream().map(this::attendance).toList(),
            meeting.outcome().minutesComplete(),
            Incomplete.of(cases(preview), reading)));
  }

  private List<NotInvitedViews.Uninvited> notInvited(Outlook.Preview preview) {
    List<ItemRef> items = preview.entries().stream().map(AgendaEntry::item).toList();
    return new NotInvitedViews(reading.known().directory(), reading.known()::state)
        .of(
            Outlook.notInvited(reading.known(), reading.meetings(), items, reading.now()),
            _ -> true);
  }

  private static Set<CaseId> cases(Outlook.Preview preview) {
    return Stream.concat(
            preview.entries().stream().map(entry -> entry.item().caseId()),
            preview.carried().stream().map(carried -> carried.item().caseId()))
        .collect(Collectors.toSet());
  }

  private MeetingView view(Meeting meeting, @Nullable Detail detail) {
    Optional<MeetingBody> body = reading.city().body(meeting.id().body());
    return new MeetingView(
        meeting.id().value(),
        new Kind(
            NamedBody.of(meeting.id().body(), reading.known().directory()),
            Coded.of(meeting.conference()),
            Coded.of(meeting.session())),
        new Coded(meeting.stage().name(), meeting.stage().label()),
        meeting.organiser(),
        new Times(
            meeting.startsAt(),
            meeting.endsAt(),
            closing(meeting, body),
            publishing(meeting, body)),
        meeting.startsAt() == null && !meeting.isOver(),
        new Size(meeting.revision(), meeting.entries().size()),
        detail);
  }

  private @Nullable Instant closing(Meeting meeting, Optional<MeetingBody> body) {
    Instant chosen = meeting.desk().closing();
    if (chosen != null || meeting.session() != SessionKind.REGULAR || body.isEmpty()) {
      return chosen;
    }
    return reading
        .city()
        .closing(body.get(), meeting.id(), decisions(body.get()))
        .known()
        .orElse(null);
  }

  private @Nullable Instant publishing(Meeting meeting, Optional<MeetingBody> body) {
    return meeting.session() != SessionKind.REGULAR || body.isEmpty()
        ? null
        : reading
            .city()
            .publishing(body.get(), meeting.id(), decisions(body.get()))
            .known()
            .orElse(null);
  }

  private DeskDecisions decisions(MeetingBody body) {
    return reading.city().decisions(body, reading.meetings());
  }

  private Item item(Meeting meeting, AgendaEntry entry) {
    return new Item(
        NamedItem.of(entry.item(), reading),
        Coded.of(entry.purpose()),
        new Slot(entry.startsAt(), entry.minutes()),
        entry.requestedBy(),
        MeetingView.invited(entry),
        entry.byHand(),
        answers(entry),
        decision(meeting.outcome().settled().get(entry.item())));
  }

  private @Nullable Decision decision(@Nullable ItemSettled settled) {
    return settled == null
        ? null
        : new Decision(
            Coded.of(settled.outcome()),
            settled.agreed().roles().stream()
                .map(role -> new Role(role.agency(), code(role.role(), CodeList.ROLES)))
                .toList(),
            settled.agreed().leads().stream()
                .map(lead -> new LeadView(lead.person(), lead.agency()))
                .toList(),
            settled.monitoring(),
            settled.missingResources().stream()
                .map(resource -> code(resource, CodeList.MISSING_RESOURCES))
                .toList(),
            settled.header().recordedAt());
  }

  private Attendance attendance(Participant participant) {
    String reason = participant.reason();
    return new Attendance(
        participant.agency(),
        Coded.of(participant.field()),
        Coded.of(participant.presence()),
        reason == null ? null : code(reason, CodeList.ABSENCE_REASONS));
  }

  private Coded code(String code, CodeList list) {
    return new Coded(code, reading.known().directory().labelOf(code, list));
  }

  private List<Answer> answers(AgendaEntry entry) {
    return reading
        .known()
        .item(entry.item())
        .map(item -> item.notice().answers())
        .orElse(List.of())
        .stream()
        .map(answer -> new Answer(answer.agency(), Coded.of(answer.answer())))
        .toList();
  }
}
