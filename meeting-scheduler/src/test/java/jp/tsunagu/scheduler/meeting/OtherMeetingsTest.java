package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.PER_CASE;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static jp.tsunagu.scheduler.meeting.World.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Meetings beside the calendar, and days that only the desk can choose. */
class OtherMeetingsTest {

  private static MeetingCommand.CallMeeting call(
      jp.tsunagu.contract.meeting.MeetingCommandHeader header,
      SessionKind session,
      @Nullable Instant startsAt,
      List<Instant> candidates,
      ItemRef item) {
    return new MeetingCommand.CallMeeting(
        header,
        session,
        LocalDate.of(2026, 7, 6),
        startsAt,
        null,
        candidates,
        List.of(item),
        UninvitedChoice.LEAVE_OUT);
  }

  @Test
  void a_meeting_per_case_finds_its_date_and_is_published_at_once() {
    World world = World.from("2026-06-24T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-06-24T10:00");
    Instant one = time("2026-07-06T10:00");
    Instant other = time("2026-07-09T14:00");
    world.tell(h -> call(h, SessionKind.PER_CASE, null, List.of(one, other), item), PER_CASE);
    MeetingId id = new MeetingId("jian-kaigi.2026-07-06.1");
    assertThat(world.meetings.find(id).orElseThrow().stage()).isEqualTo(Stage.OPEN);
    assertThat(
            world.tell(
                h ->
                    new MeetingCommand.ChooseStart(
                        h, id, time("2026-07-10T14:00"), UninvitedChoice.LEAVE_OUT),
                PER_CASE))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.NOT_A_CANDIDATE));
    world.tell(
        h -> new MeetingCommand.ChooseStart(h, id, other, UninvitedChoice.LEAVE_OUT), PER_CASE);
    assertThat(world.asked(PublishAgendaItem.class))
        .singleElement()
        .satisfies(
            published -> {
              assertThat(published.place().startsAt()).isEqualTo(other);
              assertThat(published.place().session()).isEqualTo(SessionKind.PER_CASE);
            });
  }

  @Test
  void whoever_would_be_invited_is_asked_for_a_day_until_one_is_chosen() {
    World world = World.from("2026-06-24T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-06-24T10:00");
    world.appoint(item, HOKATSU);
    List<Instant> days = List.of(time("2026-07-06T10:00"), time("2026-07-09T14:00"));
    world.tell(h -> call(h, SessionKind.PER_CASE, null, days, item), PER_CASE);
    MeetingId id = new MeetingId("jian-kaigi.2026-07-06.1");
    assertThat(world.asked(AskForDates.class))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.requestId()).isEqualTo(item.requestId());
              assertThat(asked.meetingId()).isEqualTo(id);
              assertThat(asked.candidates()).isEqualTo(days);
            });
    List<Instant> others = List.of(time("2026-07-13T10:00"));
    world.tell(h -> new MeetingCommand.ProposeDates(h, id, others), PER_CASE);
    world.tell(
        h -> new MeetingCommand.ChooseStart(h, id, others.getFirst(), UninvitedChoice.LEAVE_OUT),
        PER_CASE);
    assertThat(world.asked(AskForDates.class))
        .extracting(AskForDates::candidates)
        .containsExactly(days, others);
    assertThat(world.known().item(item).orElseThrow().dates()).isNull();
    assertThat(world.asked(PublishAgendaItem.class)).hasSize(1);
  }

  @Test
  void a_meeting_that_is_not_held_asks_nobody_for_a_day_any_more() {
    World world = World.from("2026-06-24T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-06-24T10:00");
    world.appoint(item, HOKATSU);
    List<Instant> days = List.of(time("2026-07-06T10:00"));
    world.tell(h -> call(h, SessionKind.PER_CASE, null, days, item), PER_CASE);
    MeetingId id = new MeetingId("jian-kaigi.2026-07-06.1");
    world.tell(h -> new MeetingCommand.CancelMeeting(h, id), PER_CASE);
    assertThat(world.asked(AskForDates.class))
        .extracting(AskForDates::candidates)
        .containsExactly(days, List.of());
    assertThat(world.known().item(item).orElseThrow().dates()).isNull();
  }

  @Test
  void a_day_on_which_the_offices_are_closed_is_no_candidate_and_none_is_proposed_twice() {
    World world = World.from("2026-06-24T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-06-24T10:00");
    Instant open = time("2026-07-06T10:00");
    assertThat(
            world.tell(
                h ->
                    call(
                        h,
                        SessionKind.PER_CASE,
                        null,
                        List.of(open, time("2026-07-11T10:00")),
                        item),
                PER_CASE))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.DATE_CLOSED));
    assertThat(
            world.tell(
                h -> call(h, SessionKind.PER_CASE, null, List.of(open, open), item), PER_CASE))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.DATE_TWICE));
  }

  @Test
  void an_overdue_report_is_chased_once() {
    World world = World.from("2026-07-01T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-07-01T10:00");
    Instant start = time("2026-07-09T14:00");
    world.tell(h -> call(h, SessionKind.PER_CASE, start, List.of(), item), PER_CASE);
    MeetingId id = new MeetingId("jian-kaigi.2026-07-06.1");
    world.at("2026-07-09T15:10");
    world.tell(h -> new MeetingCommand.RecordAttendance(h, id, start, List.of()), PER_CASE);
    world.at("2026-07-23T17:00");
    assertThat(world.asked(RemindOfReport.class)).isEmpty();
    world.at("2026-07-24T08:30");
    world.at("2026-07-25T08:30");
    assertThat(world.asked(RemindOfReport.class)).hasSize(1);
  }

  @Test
  void the_minutes_are_complete_once_those_of_what_it_dealt_with_are_written() {
    World world = World.from("2026-07-01T09:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-07-01T10:00");
    Instant start = time("2026-07-09T14:00");
    world.tell(h -> call(h, SessionKind.PER_CASE, start, List.of(), item), PER_CASE);
    MeetingId id = new MeetingId("jian-kaigi.2026-07-06.1");
    world.at("2026-07-09T15:10");
    world.tell(h -> new MeetingCommand.RecordAttendance(h, id, start, List.of()), PER_CASE);
    world.at("2026-07-10T08:30");
    assertThat(world.meetings.find(id).orElseThrow().outcome().minutesComplete()).isFalse();
    world.minutes(item);
    world.at("2026-07-10T08:31");
    assertThat(world.meetings.find(id).orElseThrow().outcome().minutesComplete()).isTrue();
  }

  @Test
  void an_emergency_meeting_is_convened_at_once() {
    World world = World.from("2026-07-18T07:00");
    ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-07-18T07:25");
    world.tell(
        h -> call(h, SessionKind.EMERGENCY, time("2026-07-18T07:30"), List.of(), item), SHIEN);
    assertThat(world.asked(PublishAgendaItem.class)).hasSize(1);
  }

  @Test
  void the_wrong_kind_of_conference_is_refused() {
    World world = World.from("2026-07-01T09:00");
    ItemRef item = world.unscreened(PLAN_CONFERENCE, "2026-07-01T10:00");
    assertThat(
            world.tell(
                h -> call(h, SessionKind.EXTRA, time("2026-07-09T14:00"), List.of(), item), SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.CONFERENCE_WRONG));
  }

  @Test
  void a_closed_day_that_asks_the_desk_waits_and_never_moves_by_itself() {
    World world = World.askingTheDesk("2026-07-10T09:00");
    ItemRef item = world.request(SUPPORT_CONFERENCE, "2026-07-10T10:00");
    world.appoint(item, HOKATSU);
    world.at("2026-07-14T17:16");
    world.at("2026-08-10T12:00");
    assertThat(world.meetings.find(new MeetingId("shien-kaigi.2026-08-11"))).isEmpty();
    MeetingId id = new MeetingId("shien-kaigi.2026-08-11");
    world.tell(h -> new MeetingCommand.ChooseStart(h, id, time("2026-08-18T15:00"), null), SHIEN);
    assertThat(world.meetings.find(id).orElseThrow().entries())
        .extracting(entry -> entry.item())
        .containsExactly(item);
  }
}
