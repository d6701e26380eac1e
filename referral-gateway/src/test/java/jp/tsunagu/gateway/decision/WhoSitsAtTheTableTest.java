package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Meetings.ITEM;
import static jp.tsunagu.gateway.decision.Meetings.OCTOBER;
import static jp.tsunagu.gateway.decision.Meetings.SUPPORT;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.KANKYO;
import static jp.tsunagu.gateway.decision.Town.MINSEI;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHIMBUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MonitoringPeriodSet;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** シナリオ3, who is at the table of a 支援会議: watching over first, the rest without those who watch. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoSitsAtTheTableTest {
  private static final AgencyId SCHEDULER = AgencyId.SCHEDULER;
  private static final MeetingRequestId WATCHING = ITEM;
  private static final MeetingRequestId MAIN = Meetings.request(2);
  private static final MonitoringPeriod AUGUST =
      new MonitoringPeriod(LocalDate.of(2026, 7, 9), LocalDate.of(2026, 8, 31));

  private final Story story = Story.beginning("2026-06-22T09:40");

  @BeforeEach
  void two_items_with_their_own_tables() {
    story.does(KANKYO, h -> Commands.receive(h, 1, Field.OTHER));
    story.does(KANKYO, h -> new RequestCoordination(h, KANKYO, null));
    story.does(KANKYO, AcceptCoordination::new);
    story.does(
        KANKYO, h -> Meetings.ask(h, 1, SUPPORT, Set.of(1), HIGASHI, SHAKYO, MINSEI, SHIMBUN));
    story.does(
        KANKYO, h -> Meetings.ask(h, 2, SUPPORT, Set.of(1), HIGASHI, SHAKYO, HOKENSHO, NOZEI));
    for (AgencyId member : List.of(KANKYO, HIGASHI, SHAKYO, HOKENSHO, NOZEI, MINSEI, SHIMBUN)) {
      story.does("2026-07-01T09:00", DESK, h -> new AppointMember(h, member));
    }
    story.does(SCHEDULER, h -> Meetings.publish(h, WATCHING, OCTOBER, 1));
    story.does(SCHEDULER, h -> Meetings.publish(h, MAIN, OCTOBER, 1));
  }

  private MeetingItem item(MeetingRequestId id) {
    return story.state().meeting(id).orElseThrow();
  }

  private List<CaseEvent> decided(MeetingRequestId id, AgencyId... withRole) {
    story.does(SCHEDULER, h -> Meetings.held(h, id, OCTOBER, withRole));
    return story.does(
        SCHEDULER,
        h -> Meetings.decide(h, id, OCTOBER, ItemOutcome.SUPPORT_POLICY_SET, AUGUST, withRole));
  }

  @Test
  void each_is_invited_to_its_own_item_only() {
    assertThat(item(WATCHING).notice().invited())
        .containsExactlyInAnyOrder(KANKYO, HIGASHI, SHAKYO, MINSEI, SHIMBUN);
    assertThat(item(MAIN).notice().invited())
        .containsExactlyInAnyOrder(KANKYO, HIGASHI, SHAKYO, HOKENSHO, NOZEI);
    assertThat(Parties.sees(story.state(), item(MAIN), MINSEI, Town.ROLL)).isFalse();
    assertThat(Parties.sees(story.state(), item(WATCHING), NOZEI, Town.ROLL)).isFalse();
    story.isRefused(
        NOZEI,
        RefusalCode.MEETING_REQUEST_UNKNOWN,
        h -> Meetings.answer(h, OCTOBER, AttendanceAnswer.ATTENDS, null));
  }

  @Test
  void whoever_asked_answers_for_those_on_paper_and_a_member_does_not() {
    story.does(
        KANKYO,
        h ->
            Meetings.answer(Story.onBehalfOf(h, SHIMBUN), OCTOBER, AttendanceAnswer.ATTENDS, null));
    assertThat(item(WATCHING).notice().answers())
        .containsExactly(new MeetingItem.Attendance(SHIMBUN, AttendanceAnswer.ATTENDS));
    story.isRefused(
        HIGASHI,
        RefusalCode.ONLY_WHO_ASKED,
        h -> Meetings.answer(Story.onBehalfOf(h, MINSEI), OCTOBER, AttendanceAnswer.ABSENT, null));
  }

  @Test
  void a_member_left_without_a_role_leaves_and_learns_nothing_of_what_follows() {
    List<CaseEvent> events = decided(MAIN, HIGASHI, SHAKYO, HOKENSHO);
    assertThat(Story.names(events))
        .containsExactly("ItemDecided", "MemberReleased", "MonitoringPeriodSet");
    assertThat(story.state().members()).doesNotContain(NOZEI).contains(MINSEI, SHIMBUN);
    assertThat(story.whoLearnedOf(ItemDecided.class)).contains(NOZEI).doesNotContain(SHIMBUN);
    assertThat(story.whoLearnedOf(MonitoringPeriodSet.class)).doesNotContain(NOZEI, MINSEI);
    assertThat(Parties.takesPart(story.state(), NOZEI, Town.ROLL)).isFalse();
    assertThat(item(MAIN.returning()).request().involved())
        .doesNotContain(NOZEI)
        .contains(HOKENSHO);
  }

  @Test
  void nobody_leaves_who_sits_at_another_table_that_is_still_to_come() {
    decided(WATCHING, HIGASHI, SHIMBUN);
    assertThat(story.state().members()).contains(SHAKYO, NOZEI, SHIMBUN).doesNotContain(MINSEI);
  }

  @Test
  void where_no_roles_are_given_nobody_leaves() {
    decided(MAIN);
    assertThat(story.state().members()).contains(NOZEI, HOKENSHO);
  }

  @Test
  void whoever_sat_there_and_has_left_since_is_in_the_ledger() {
    story.leave(NOZEI);
    story.does(SCHEDULER, h -> Meetings.held(h, MAIN, OCTOBER, HIGASHI, NOZEI));
    assertThat(attended(MAIN)).containsExactlyInAnyOrder(HIGASHI, NOZEI);
  }

  @Test
  void an_agency_kept_out_of_the_case_came_for_another_one_and_stops_nothing() {
    story.does(KANKYO, h -> Commands.protect(h, Set.of(Town.JIRITSU)));
    story.does(SCHEDULER, h -> Meetings.held(h, MAIN, OCTOBER, HIGASHI, Town.JIRITSU));
    assertThat(attended(MAIN)).containsExactly(HIGASHI);
  }

  private Set<AgencyId> attended(MeetingRequestId id) {
    return story.events().stream()
        .filter(MeetingHeld.class::isInstance)
        .map(MeetingHeld.class::cast)
        .filter(held -> held.requestId().equals(id))
        .findFirst()
        .orElseThrow()
        .attended();
  }

  @Test
  void the_scheduler_has_members_appointed_for_the_organiser_of_a_meeting_and_releases_nobody() {
    story.does(SCHEDULER, h -> new AppointMember(h, Town.SHOGAI));
    assertThat(story.state().members()).contains(Town.SHOGAI);
    story.isRefused(SCHEDULER, RefusalCode.AGENCY_UNKNOWN, h -> new ReleaseMember(h, Town.SHOGAI));
    story.isRefused(
        SCHEDULER, RefusalCode.MEMBER_ALREADY_APPOINTED, h -> new AppointMember(h, Town.SHOGAI));
  }

  @Test
  void plans_are_confirmed_in_a_plan_conference_only() {
    story.does(SCHEDULER, h -> Meetings.held(h, MAIN, OCTOBER, HIGASHI));
    story.isRefused(
        SCHEDULER,
        RefusalCode.OUTCOME_NOT_POSSIBLE,
        h -> Meetings.decide(h, MAIN, OCTOBER, ItemOutcome.PLAN_CONFIRMED, null, HIGASHI));
  }

  @Test
  void one_report_of_each_meeting_by_whoever_asked() {
    story.isRefused(
        KANKYO, RefusalCode.MEETING_ITEM_NOT_HELD, h -> new FileMeetingReport(h, MAIN, OCTOBER));
    decided(MAIN, HIGASHI);
    story.does(SCHEDULER, h -> new RemindOfReport(h, MAIN, OCTOBER));
    story.isRefused(
        HIGASHI, RefusalCode.ONLY_WHO_ASKED, h -> new FileMeetingReport(h, MAIN, OCTOBER));
    story.does(KANKYO, h -> new FileMeetingReport(h, MAIN, OCTOBER));
    story.isRefused(
        DESK,
        RefusalCode.MEETING_REPORT_ALREADY_FILED,
        h -> new FileMeetingReport(h, MAIN, OCTOBER));
    story.isRefused(
        SCHEDULER,
        RefusalCode.MEETING_REPORT_ALREADY_FILED,
        h -> new RemindOfReport(h, MAIN, OCTOBER));
  }

  @Test
  void a_request_taken_back_leaves_a_notice_to_cancel() {
    story.isRefused(SHAKYO, RefusalCode.ONLY_WHO_ASKED, h -> new WithdrawMeetingRequest(h, MAIN));
    story.does(KANKYO, h -> new WithdrawMeetingRequest(h, MAIN));
    assertThat(item(MAIN).isAt(OCTOBER)).isTrue();
    assertThat(Parties.sees(story.state(), item(MAIN), NOZEI, Town.ROLL)).isFalse();
    story.isRefused(
        SCHEDULER, RefusalCode.MEETING_ITEM_NOT_OPEN, h -> Meetings.publish(h, MAIN, OCTOBER, 2));
  }

  @Test
  void an_item_that_leaves_a_published_agenda_takes_its_notice_with_it() {
    List<CaseEvent> events =
        story.does(
            SCHEDULER, h -> new CarryItem(h, MAIN, OCTOBER, CarryReason.MEETING_CANCELLED, null));
    assertThat(Story.names(events)).containsExactly("MeetingNoticeCancelled", "ItemCarried");
    assertThat(item(MAIN).place()).isNull();
    assertThat(story.toldTo(NOZEI)).contains("MeetingNoticeCancelled");
  }

  @Test
  void an_older_agenda_does_not_take_the_place_of_a_newer_one() {
    story.isRefused(
        SCHEDULER,
        RefusalCode.AGENDA_REVISION_NOT_NEWER,
        h -> Meetings.publish(h, MAIN, OCTOBER, 1));
    story.does(SCHEDULER, h -> Meetings.publish(h, MAIN, OCTOBER, 2));
  }

  @Test
  void the_scheduler_speaks_of_meetings_only_and_nobody_speaks_for_it() {
    story.isRefused(SCHEDULER, RefusalCode.AGENCY_UNKNOWN, AcceptCoordination::new);
    story.isRefused(
        SCHEDULER, RefusalCode.CASE_UNKNOWN, h -> Meetings.ask(h, 3, SUPPORT, Set.of(1), HIGASHI));
    story.isRefused(
        DESK, RefusalCode.ONLY_THE_SCHEDULER, h -> Meetings.publish(h, MAIN, OCTOBER, 2));
    assertThat(story.toldTo(SCHEDULER)).isEmpty();
  }

  @Test
  void the_scheduler_cannot_receive_a_household() {
    Story another = Story.beginning("2026-06-22T09:40");
    another.isRefused(
        SCHEDULER, RefusalCode.AGENCY_UNKNOWN, h -> Commands.receive(h, 1, Field.OTHER));
  }
}
