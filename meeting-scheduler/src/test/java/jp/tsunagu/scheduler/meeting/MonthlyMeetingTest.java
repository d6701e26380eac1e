package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.DESK;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.HOKENSHO;
import static jp.tsunagu.scheduler.meeting.World.JUSO;
import static jp.tsunagu.scheduler.meeting.World.SHAKYO;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static jp.tsunagu.scheduler.meeting.World.SHOGAI;
import static jp.tsunagu.scheduler.meeting.World.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NothingAsked;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fixed calendar: 2nd Tuesdays, two kinds of conference in one slot (国分寺市). */
class MonthlyMeetingTest {

  private final World world = World.from("2026-09-01T09:00");

  private ItemRef onTheAgendaOfOctober() {
    ItemRef item = world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.appoint(item, DESK, HOKATSU, SHAKYO, SHOGAI, HOKENSHO);
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    return item;
  }

  @Test
  void a_request_just_before_closing_is_on_the_agenda_and_everyone_invited_is_told_once() {
    ItemRef item = onTheAgendaOfOctober();
    Meeting meeting = world.meeting(SHIEN, "2026-10-13");
    assertThat(meeting.stage()).isEqualTo(Stage.PUBLISHED);
    assertThat(meeting.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.item()).isEqualTo(item);
              assertThat(entry.startsAt()).isEqualTo(time("2026-10-13T15:00"));
            });
    assertThat(world.asked(PublishAgendaItem.class)).hasSize(1);
    assertThat(invitedBy(NoticeKind.INVITATION)).containsExactly(HOKATSU, HOKENSHO, SHAKYO, SHOGAI);
    assertThat(world.meeting(JUSO, "2026-10-13").stage()).isEqualTo(Stage.NOTHING_ASKED);
    assertThat(world.due()).isEmpty();
  }

  private List<AgencyId> invitedBy(NoticeKind kind) {
    return world.happened(NoticeIssued.class).stream()
        .filter(notice -> notice.kind() == kind)
        .map(NoticeIssued::addressee)
        .sorted()
        .toList();
  }

  @Test
  void a_request_after_closing_is_carried_to_the_next_meeting_and_its_agency_told() {
    world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.at("2026-09-08T17:16");
    ItemRef late = world.request(SUPPORT_CONFERENCE, "2026-09-09T08:35");
    world.at("2026-09-29T08:30");
    assertThat(world.asked(CarryItem.class))
        .singleElement()
        .satisfies(
            carried -> {
              assertThat(carried.requestId()).isEqualTo(late.requestId());
              assertThat(carried.reason()).isEqualTo(CarryReason.AFTER_CLOSING);
              assertThat(carried.next()).isEqualTo(LocalDate.of(2026, 11, 10));
            });
    world.at("2026-10-27T08:30");
    assertThat(world.meeting(SHIEN, "2026-11-10").entries())
        .anyMatch(entry -> entry.item().equals(late));
  }

  @Test
  void a_late_request_is_told_also_when_the_agenda_is_out_already() {
    onTheAgendaOfOctober();
    ItemRef late = world.request(SUPPORT_CONFERENCE, "2026-10-01T10:00");
    world.settle();
    assertThat(world.meeting(SHIEN, "2026-10-13").agenda().carried().values())
        .extracting(CarriedEntry::item)
        .containsExactly(late);
    assertThat(world.meeting(SHIEN, "2026-10-13").revision()).isEqualTo(1);
  }

  @Test
  void nothing_is_published_before_the_ledger_is_read_that_far() {
    world.readUpTo("2026-09-08T17:14");
    world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.at("2026-09-29T08:31");
    assertThat(world.happened).isEmpty();
    world.readsOn();
    world.settle();
    assertThat(world.meeting(SHIEN, "2026-10-13").entries()).hasSize(1);
  }

  @Test
  void a_month_without_requests_has_no_meeting() {
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    assertThat(world.happened(NothingAsked.class)).hasSize(2);
    assertThat(world.asked).isEmpty();
  }

  @Test
  void an_unscreened_request_is_carried() {
    world.unscreened(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    assertThat(world.asked(CarryItem.class))
        .extracting(CarryItem::reason)
        .containsExactly(CarryReason.NOT_SCREENED);
  }

  @Test
  void consent_that_arrives_moves_the_item_to_the_other_conference_of_the_slot() {
    ItemRef item = onTheAgendaOfOctober();
    world.at("2026-10-05T10:00");
    world.consentIsComplete(item);
    world.asked.clear();
    world.settle();
    assertThat(world.asked.stream().<Class<?>>map(CaseCommand::getClass).toList())
        .isEqualTo(List.of(CancelMeetingNotice.class, PublishAgendaItem.class));
    assertThat(world.asked(CancelMeetingNotice.class))
        .extracting(CancelMeetingNotice::reason)
        .containsExactly(NoticeEnd.CONSENT_COMPLETE);
    assertThat(world.meeting(SHIEN, "2026-10-13").entries()).isEmpty();
    assertThat(world.meeting(JUSO, "2026-10-13").entries())
        .extracting(entry -> entry.item())
        .containsExactly(item);
    assertThat(invitedBy(NoticeKind.CANCELLATION))
        .containsExactly(HOKATSU, HOKENSHO, SHAKYO, SHOGAI);
    assertThat(world.due()).isEmpty();
  }

  @Test
  void an_agency_a_person_no_longer_expects_leaves_the_table_and_is_told_why() {
    ItemRef item = world.request(PLAN_CONFERENCE, "2026-09-08T16:40");
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    world.at("2026-10-05T10:00");
    world.consentIsWithdrawnFor(SHOGAI, item);
    world.settle();
    assertThat(world.meeting(JUSO, "2026-10-13").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.invited()).doesNotContain(SHOGAI).contains(HOKATSU));
    assertThat(world.happened(NoticeIssued.class))
        .filteredOn(notice -> notice.kind() == NoticeKind.CANCELLATION)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.addressee()).isEqualTo(SHOGAI);
              assertThat(notice.reason()).isEqualTo(NoticeEnd.CONSENT_WITHDRAWN);
            });
    assertThat(world.asked(CancelMeetingNotice.class)).isEmpty();
    assertThat(world.asked(PublishAgendaItem.class)).hasSize(2);
    assertThat(invitedBy(NoticeKind.CHANGE)).isEmpty();
  }

  @Test
  void a_withdrawn_item_leaves_the_agenda_and_its_addressees_are_told_why() {
    ItemRef item = onTheAgendaOfOctober();
    world.at("2026-10-05T10:00");
    world.withdraw(item);
    world.settle();
    assertThat(world.meeting(SHIEN, "2026-10-13").entries()).isEmpty();
    assertThat(world.asked(CancelMeetingNotice.class)).isEmpty();
    assertThat(world.happened(NoticeIssued.class))
        .filteredOn(notice -> notice.kind() == NoticeKind.CANCELLATION)
        .extracting(NoticeIssued::reason)
        .containsOnly(NoticeEnd.REQUEST_WITHDRAWN);
  }

  @Test
  void the_desk_admits_a_late_request_with_a_reason_of_the_citys_list() {
    onTheAgendaOfOctober();
    ItemRef late = world.request(SUPPORT_CONFERENCE, "2026-10-01T10:00");
    world.settle();
    Meeting meeting = world.meeting(SHIEN, "2026-10-13");
    assertThat(
            world.tell(
                h -> new MeetingCommand.AdmitRequest(h, meeting.id(), late, "X", null), SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.REASON_UNKNOWN));
    world.tell(
        h ->
            new MeetingCommand.AdmitRequest(
                h, meeting.id(), late, "URGENT", UninvitedChoice.LEAVE_OUT),
        SHIEN);
    assertThat(world.meeting(SHIEN, "2026-10-13").entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.item()).isEqualTo(late);
              assertThat(entry.byHand()).isTrue();
            });
    assertThat(world.meeting(SHIEN, "2026-10-13").revision()).isEqualTo(2);
  }

  @Test
  void a_moved_meeting_is_told_anew_and_a_cancelled_one_frees_its_items() {
    ItemRef item = onTheAgendaOfOctober();
    Meeting meeting = world.meeting(SHIEN, "2026-10-13");
    world.tell(
        h -> new MeetingCommand.MoveMeeting(h, meeting.id(), time("2026-10-14T10:00")), SHIEN);
    assertThat(world.asked(PublishAgendaItem.class).getLast().place().startsAt())
        .isEqualTo(time("2026-10-14T10:00"));
    assertThat(invitedBy(NoticeKind.CHANGE)).hasSize(4);
    world.tell(h -> new MeetingCommand.CancelMeeting(h, meeting.id()), SHIEN);
    assertThat(invitedBy(NoticeKind.CANCELLATION)).hasSize(4);
    assertThat(world.asked(CancelMeetingNotice.class))
        .extracting(CancelMeetingNotice::reason)
        .containsExactly(NoticeEnd.MEETING_CANCELLED);
    world.at("2026-10-13T17:16");
    world.at("2026-10-27T08:30");
    assertThat(world.meeting(SHIEN, "2026-11-10").entries())
        .extracting(entry -> entry.item())
        .containsExactly(item);
  }

  @Test
  void invited_agencies_are_reminded_once() {
    onTheAgendaOfOctober();
    world.at("2026-10-09T08:30");
    world.at("2026-10-12T12:00");
    world.at("2026-10-13T10:00");
    assertThat(invitedBy(NoticeKind.REMINDER)).containsExactly(HOKATSU, HOKENSHO, SHAKYO, SHOGAI);
  }

  @Test
  void a_decision_with_a_monitoring_period_makes_the_case_come_back_by_itself() {
    ItemRef item = onTheAgendaOfOctober();
    world.at("2026-10-13T16:30");
    Meeting meeting = world.meeting(SHIEN, "2026-10-13");
    world.tell(
        h ->
            new MeetingCommand.RecordAttendance(
                h,
                meeting.id(),
                time("2026-10-13T15:00"),
                List.of(
                    new Attendee(SHOGAI, Presence.ATTENDED, null),
                    new Attendee(HOKENSHO, Presence.PROXY, null))),
        SHIEN);
    world.tell(
        h ->
            new MeetingCommand.SettleItem(
                h,
                meeting.id(),
                item,
                ItemOutcome.SUPPORT_POLICY_SET,
                new Agreed(List.of(), List.of()),
                new MonitoringPeriod(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 12, 8)),
                List.of()),
        SHIEN);
    world.at("2026-10-13T17:16");
    world.at("2026-10-27T08:30");
    world.at("2026-11-10T17:16");
    world.at("2026-11-24T08:30");
    assertThat(world.meeting(SHIEN, "2026-11-10").stage()).isEqualTo(Stage.NOTHING_ASKED);
    assertThat(world.meeting(SHIEN, "2026-12-08").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.purpose()).isEqualTo(MeetingPurpose.MONITORING));
  }

  @Test
  void the_same_knowledge_gives_the_same_acts() {
    ItemRef one = world.request(SUPPORT_CONFERENCE, "2026-09-07T10:00");
    world.appoint(one, DESK, HOKATSU, SHOGAI);
    world.request(PLAN_CONFERENCE, "2026-09-08T11:00");
    world.at("2026-09-08T17:15");
    World before = world;
    List<Act> first = before.due();
    assertThat(before.due()).isEqualTo(first);
    world.at("2026-09-29T08:30");
    assertThat(world.happened(AgendaIssued.class)).hasSize(2);
  }

  @Test
  void an_agenda_with_an_item_too_many_or_too_few_or_a_notice_sent_twice_does_not_come_out_anew() {
    onTheAgendaOfOctober();
    int issued = world.happened.indexOf(world.happened(AgendaIssued.class).getFirst());
    MeetingEvent notice = world.happened(NoticeIssued.class).getFirst();
    AgendaIssued right = (AgendaIssued) world.happened.get(issued);
    for (List<AgendaEntry> wrong :
        List.of(List.<AgendaEntry>of(), List.of(entry(right), entry(right)))) {
      world.happened.set(
          issued,
          new AgendaIssued(
              right.header(), 1, right.startsAt(), wrong, right.carried(), right.wording()));
      assertThat(world.replanned()).filteredOn(each -> !each.agrees()).hasSize(1);
    }
    world.happened.set(issued, right);
    world.happened.add(notice);
    assertThat(world.replanned()).filteredOn(each -> !each.agrees()).hasSize(1);
    world.happened.removeLast();
  }

  private static AgendaEntry entry(AgendaIssued issued) {
    return issued.entries().getFirst();
  }

  @AfterEach
  void every_agenda_that_was_issued_comes_out_anew() {
    assertThat(world.replanned()).allMatch(Replanned::agrees);
  }
}
