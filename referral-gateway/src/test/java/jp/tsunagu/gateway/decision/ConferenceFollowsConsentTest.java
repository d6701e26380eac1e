package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Meetings.DECEMBER;
import static jp.tsunagu.gateway.decision.Meetings.ITEM;
import static jp.tsunagu.gateway.decision.Meetings.OCTOBER;
import static jp.tsunagu.gateway.decision.Meetings.PLAN;
import static jp.tsunagu.gateway.decision.Meetings.PLAN_DECEMBER;
import static jp.tsunagu.gateway.decision.Meetings.SUPPORT;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingNoticeCancelled;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * シナリオ1, what its meetings mean for the case: 会議区分 follows consent, the case comes back by itself.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConferenceFollowsConsentTest {
  private static final AgencyId SCHEDULER = AgencyId.SCHEDULER;
  private static final MeetingRequestId RETURN = ITEM.returning();
  private static final MonitoringPeriod UNTIL_DECEMBER =
      new MonitoringPeriod(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 12, 8));

  private final Story story = Story.beginning("2026-09-03T10:20");

  @BeforeEach
  void steps_1_to_6_the_household_is_received_and_a_meeting_asked_for() {
    story.does(HIGASHI, h -> Commands.receive(h, 2, Field.ELDERLY_CARE, Field.OTHER));
    story.does(
        HIGASHI, h -> Commands.send(h, Commands.ONE, SHAKYO, ReferralMode.TOGETHER, null, null));
    story.does("2026-09-07T11:30", SHAKYO, h -> new AcceptReferral(h, Commands.ONE, null));
    story.does("2026-09-08T16:40", SHAKYO, h -> Meetings.ask(h, 1, SUPPORT, Set.of(1, 2)));
  }

  private MeetingItem item(MeetingRequestId id) {
    return story.state().meeting(id).orElseThrow();
  }

  private void screened() {
    story.does(
        "2026-09-10T09:00",
        SHAKYO,
        h -> new DecideScreening(h, ScreeningRoute.SUPPORT_CONFERENCE, "no-consent"));
  }

  private void announced() {
    screened();
    for (AgencyId member : List.of(DESK, HIGASHI, SHAKYO, SHOGAI, HOKENSHO)) {
      story.does(DESK, h -> new AppointMember(h, member));
    }
    story.does("2026-09-29T09:00", SCHEDULER, h -> Meetings.publish(h, ITEM, OCTOBER, 1));
  }

  private void decidedInOctober() {
    announced();
    story.does("2026-10-13T15:00", SCHEDULER, h -> Meetings.held(h, ITEM, OCTOBER, SHAKYO, SHOGAI));
    story.does(
        "2026-10-13T17:00",
        SCHEDULER,
        h ->
            Meetings.decide(
                h,
                ITEM,
                OCTOBER,
                ItemOutcome.SUPPORT_POLICY_SET,
                UNTIL_DECEMBER,
                HIGASHI,
                SHAKYO,
                SHOGAI,
                HOKENSHO));
    story.does("2026-11-24T09:00", SCHEDULER, h -> Meetings.publish(h, RETURN, DECEMBER, 1));
  }

  private static RecordConsent consent(
      CommandHeader header, int number, int person, @Nullable LocalDate until) {
    return new RecordConsent(
        header,
        Story.consent(number),
        new ConsentTerms(
            Story.person(person),
            ConsentPurpose.COORDINATION,
            Set.of(DetailKind.IDENTITY, DetailKind.HEALTH),
            Set.of(SHAKYO, SHOGAI, HOKENSHO),
            Set.of(new Exclusion(DetailKind.HEALTH, HIGASHI)),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 11, 26),
            until));
  }

  private List<CaseEvent> everyoneConsents() {
    story.does("2026-12-01T10:00", SHAKYO, h -> consent(h, 1, 2, null));
    return story.does("2026-12-01T10:30", SHAKYO, h -> consent(h, 2, 1, null));
  }

  @Test
  void screening_is_done_by_a_party_that_could_coordinate_and_not_by_others() {
    story.isRefused(
        HIGASHI,
        RefusalCode.ONLY_THE_COORDINATOR,
        h -> new DecideScreening(h, ScreeningRoute.SUPPORT_CONFERENCE, "no-consent"));
    screened();
    assertThat(item(ITEM).route()).isEqualTo(ScreeningRoute.SUPPORT_CONFERENCE);
    assertThat(story.toldTo(SHAKYO)).contains("ScreeningDecided");
    story.isRefused(
        DESK,
        RefusalCode.COORDINATION_NOT_REQUESTED,
        h -> new DecideScreening(h, ScreeningRoute.ADVICE_ONLY, "no-consent"));
  }

  @Test
  void screening_of_an_item_does_not_end_the_coordination_of_the_case() {
    story.does(SHAKYO, h -> new RequestCoordination(h, DESK, null));
    story.does(DESK, AcceptCoordination::new);
    story.does(DESK, h -> new DecideScreening(h, ScreeningRoute.ADVICE_ONLY, "no-consent"));
    assertThat(story.state().coordination()).isInstanceOf(Coordination.Open.class);
    assertThat(item(ITEM).route()).isEqualTo(ScreeningRoute.ADVICE_ONLY);
  }

  @Test
  void the_notice_goes_to_the_members_and_to_nobody_else() {
    announced();
    assertThat(story.whoLearnedOf(AgendaPublished.class))
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHAKYO, SHOGAI, HOKENSHO);
    assertThat(story.toldTo(NISHI)).isEmpty();
    story.isRefused(
        NISHI,
        RefusalCode.CASE_UNKNOWN,
        h -> Meetings.answer(h, OCTOBER, AttendanceAnswer.ATTENDS, null));
  }

  @Test
  void an_invited_agency_answers_and_changes_its_answer() {
    announced();
    story.does(SHOGAI, h -> Meetings.answer(h, OCTOBER, AttendanceAnswer.ATTENDS, null));
    story.does(HOKENSHO, h -> Meetings.answer(h, OCTOBER, AttendanceAnswer.OTHER_DATE, null));
    story.does(HOKENSHO, h -> Meetings.answer(h, OCTOBER, AttendanceAnswer.PROXY, null));
    assertThat(item(ITEM).notice().answers())
        .containsExactly(
            new MeetingItem.Attendance(SHOGAI, AttendanceAnswer.ATTENDS),
            new MeetingItem.Attendance(HOKENSHO, AttendanceAnswer.OTHER_DATE),
            new MeetingItem.Attendance(HOKENSHO, AttendanceAnswer.PROXY));
    assertThat(story.toldTo(SHAKYO)).contains("AttendanceAnswered");
    assertThat(story.toldTo(HIGASHI)).doesNotContain("AttendanceAnswered");
  }

  @Test
  void the_case_comes_back_by_itself() {
    decidedInOctober();
    MeetingItem back = item(RETURN);
    assertThat(back.purpose()).isEqualTo(MeetingPurpose.MONITORING);
    assertThat(back.due()).isEqualTo(UNTIL_DECEMBER.until());
    assertThat(back.route()).isEqualTo(ScreeningRoute.SUPPORT_CONFERENCE);
    assertThat(back.notice().invited()).contains(SHOGAI, HOKENSHO);
  }

  @Test
  void with_the_last_consent_the_item_changes_its_kind_in_the_same_decision() {
    decidedInOctober();
    List<CaseEvent> events = everyoneConsents();
    assertThat(Story.names(events)).containsExactly("ConsentRecorded", "ConferenceChanged");
    ConferenceChanged changed = (ConferenceChanged) events.getLast();
    assertThat(changed.from()).isEqualTo(SUPPORT);
    assertThat(changed.to()).isEqualTo(PLAN);
    assertThat(changed.reason()).isEqualTo(NoticeEnd.CONSENT_COMPLETE);
    assertThat(changed.requestId()).isEqualTo(RETURN);
    assertThat(story.whoLearnedOf(ConferenceChanged.class)).containsExactlyInAnyOrder(DESK, SHAKYO);
  }

  @Test
  void the_old_notice_ends_and_the_new_organisers_goes_out() {
    decidedInOctober();
    everyoneConsents();
    assertThat(item(RETURN).isAt(DECEMBER)).isTrue();
    story.isRefused(
        SCHEDULER,
        RefusalCode.MEETING_BODY_OF_OTHER_KIND,
        h -> Meetings.publish(h, RETURN, DECEMBER, 2));
    story.does(
        SCHEDULER, h -> new CancelMeetingNotice(h, RETURN, DECEMBER, NoticeEnd.CONSENT_COMPLETE));
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    assertThat(story.whoLearnedOf(MeetingNoticeCancelled.class)).contains(SHOGAI, HOKENSHO);
    assertThat(item(RETURN).place()).isNotNull();
    assertThat(item(RETURN).notice().invited())
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHAKYO, SHOGAI, HOKENSHO);
  }

  @Test
  void a_notice_that_still_stands_ends_when_another_goes_out() {
    decidedInOctober();
    everyoneConsents();
    List<CaseEvent> events =
        story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    assertThat(Story.names(events)).containsExactly("MeetingNoticeCancelled", "AgendaPublished");
  }

  @Test
  void consent_withdrawn_moves_it_back_with_the_reason() {
    decidedInOctober();
    everyoneConsents();
    List<CaseEvent> events =
        story.does(SHAKYO, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
    assertThat(Story.names(events)).contains("ConsentWithdrawn", "ConferenceChanged");
    assertThat(((ConferenceChanged) events.getLast()).reason())
        .isEqualTo(NoticeEnd.CONSENT_WITHDRAWN);
    assertThat(item(RETURN).conference()).isEqualTo(SUPPORT);
  }

  @Test
  void consent_withdrawn_for_one_agency_lets_that_agency_leave_the_table_of_the_same_conference() {
    decidedInOctober();
    everyoneConsents();
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    List<CaseEvent> events =
        story.does(SHAKYO, h -> new WithdrawConsent(h, Story.consent(1), Set.of(SHOGAI)));
    ConferenceChanged changed = (ConferenceChanged) events.getLast();
    assertThat(changed.from()).isEqualTo(PLAN);
    assertThat(changed.to()).isEqualTo(PLAN);
    assertThat(changed.reason()).isEqualTo(NoticeEnd.CONSENT_WITHDRAWN);
    MeetingItem item = item(RETURN);
    assertThat(item.conference()).isEqualTo(PLAN);
    assertThat(item.isAt(PLAN_DECEMBER)).isTrue();
    assertThat(story.state().invitedTo(item)).doesNotContain(SHOGAI).contains(HIGASHI, HOKENSHO);
    assertThat(story.toldTo(SHOGAI)).contains("ConferenceChanged");
    assertThat(story.toldTo(HOKENSHO)).doesNotContain("ConferenceChanged");
    assertThat(Parties.sees(story.state(), item, SHOGAI, story.roll())).isFalse();
    story.isRefused(
        SHOGAI,
        RefusalCode.MEETING_REQUEST_UNKNOWN,
        h -> new AnswerAttendance(h, RETURN, PLAN_DECEMBER, AttendanceAnswer.ATTENDS, null));
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 2));
    assertThat(item(RETURN).notice().invited()).doesNotContain(SHOGAI).contains(HIGASHI, HOKENSHO);
  }

  @Test
  void consent_that_does_not_last_until_the_meeting_moves_it_back_instead_of_a_notice() {
    decidedInOctober();
    story.does("2026-12-01T10:00", SHAKYO, h -> consent(h, 1, 2, LocalDate.of(2026, 12, 7)));
    story.does("2026-12-01T10:30", SHAKYO, h -> consent(h, 2, 1, null));
    List<CaseEvent> events =
        story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    assertThat(Story.names(events)).containsExactly("ConferenceChanged");
    assertThat(((ConferenceChanged) events.getFirst()).reason())
        .isEqualTo(NoticeEnd.CONSENT_EXPIRED);
  }

  @Test
  void the_wrong_kind_is_refused_with_what_is_open() {
    var refusal =
        story.isRefused(
            SHAKYO,
            RefusalCode.CONSENT_FOR_PLAN_CONFERENCE_MISSING,
            h -> Meetings.ask(h, 2, PLAN, Set.of(1, 2), HIGASHI));
    assertThat(refusal.persons()).containsExactlyInAnyOrder(Story.person(1), Story.person(2));
    assertThat(refusal.nextSteps())
        .containsExactly(NextStep.RECORD_CONSENT, NextStep.PREPARE_SUPPORT_CONFERENCE);
    everyoneConsents();
    var other =
        story.isRefused(
            SHAKYO,
            RefusalCode.SUPPORT_CONFERENCE_NOT_NEEDED,
            h -> Meetings.ask(h, 2, SUPPORT, Set.of(1, 2), SHOGAI));
    assertThat(other.nextSteps()).containsExactly(NextStep.ASK_FOR_PLAN_CONFERENCE);
  }

  @Test
  void what_only_tells_or_must_be_quick_stays_in_a_support_conference() {
    story.does(
        SHAKYO, h -> Meetings.ask(h, 2, SUPPORT, MeetingPurpose.EMERGENCY, Set.of(1), SHOGAI));
    everyoneConsents();
    assertThat(item(Meetings.request(2)).conference()).isEqualTo(SUPPORT);
    story.does(
        SHAKYO, h -> Meetings.ask(h, 3, SUPPORT, MeetingPurpose.INFORMATION, Set.of(1), SHOGAI));
    assertThat(item(Meetings.request(3)).conference()).isEqualTo(SUPPORT);
  }

  @Test
  void an_agency_no_consent_expects_at_the_table_keeps_it_a_support_conference() {
    everyoneConsents();
    var refusal =
        story.isRefused(
            SHAKYO,
            RefusalCode.CONSENT_FOR_PLAN_CONFERENCE_MISSING,
            h -> Meetings.ask(h, 2, PLAN, Set.of(1), SHOGAI, NISHI));
    assertThat(refusal.persons()).containsExactly(Story.person(1));
  }

  @Test
  void in_a_plan_conference_absence_needs_a_reason() {
    decidedInOctober();
    everyoneConsents();
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    var refusal = story.isRefused(SHOGAI, RefusalCode.ABSENCE_REASON_MISSING, h -> absent(h, null));
    assertThat(refusal.nextSteps()).contains(NextStep.SEND_PROXY_OR_OPINION);
    story.isRefused(SHOGAI, RefusalCode.REASON_UNKNOWN, h -> absent(h, "nonsense"));
    story.does(SHOGAI, h -> absent(h, "duty"));
  }

  private static AnswerAttendance absent(CommandHeader header, @Nullable String reason) {
    return new AnswerAttendance(header, RETURN, PLAN_DECEMBER, AttendanceAnswer.ABSENT, reason);
  }

  @Test
  void plan_support_decision_and_end_are_steps_of_the_case() {
    story.does(SHAKYO, h -> new RequestCoordination(h, SHAKYO, null));
    story.does(SHAKYO, AcceptCoordination::new);
    decidedInOctober();
    everyoneConsents();
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    story.does("2026-12-08T15:00", SCHEDULER, h -> Meetings.held(h, RETURN, PLAN_DECEMBER, SHOGAI));
    story.isRefused(
        SCHEDULER, RefusalCode.LEAD_MISSING, h -> Meetings.close(h, RETURN, PLAN_DECEMBER));
    List<CaseEvent> events =
        story.does(
            SCHEDULER,
            h ->
                Meetings.decide(
                    h,
                    RETURN,
                    PLAN_DECEMBER,
                    ItemOutcome.PLAN_CONFIRMED,
                    new MonitoringPeriod(LocalDate.of(2026, 12, 8), LocalDate.of(2027, 6, 8)),
                    SHOGAI));
    assertThat(Story.names(events))
        .containsExactly("ItemDecided", "SupportDecided", "MonitoringPeriodSet");
    assertThat(item(RETURN.returning()).conference()).isEqualTo(PLAN);
  }

  @Test
  void the_end_of_the_coordination_names_who_stays_alongside() {
    story.does(SHAKYO, h -> new RequestCoordination(h, SHAKYO, null));
    story.does(SHAKYO, AcceptCoordination::new);
    decidedInOctober();
    everyoneConsents();
    story.does(SCHEDULER, h -> Meetings.publish(h, RETURN, PLAN_DECEMBER, 1));
    story.does("2026-12-08T15:00", SCHEDULER, h -> Meetings.held(h, RETURN, PLAN_DECEMBER, SHOGAI));
    List<CaseEvent> events =
        story.does(SCHEDULER, h -> Meetings.close(h, RETURN, PLAN_DECEMBER, HIGASHI, SHOGAI));
    assertThat(Story.names(events))
        .containsExactly("ItemDecided", "ResourceGapRecorded", "CoordinationClosed");
    assertThat(story.state().coordination()).isInstanceOf(Coordination.Closed.class);
  }
}
