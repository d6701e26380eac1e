package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Meetings.DAYS;
import static jp.tsunagu.gateway.decision.Meetings.ITEM;
import static jp.tsunagu.gateway.decision.Meetings.OCTOBER;
import static jp.tsunagu.gateway.decision.Meetings.SUPPORT;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 日程調整: who would be invited says ○△× to each candidate, until the day is chosen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgenciesAreAskedForDaysTest {
  private static final AgencyId SCHEDULER = AgencyId.SCHEDULER;

  private final Story story = Story.beginning("2026-09-03T10:20");

  @BeforeEach
  void a_meeting_is_asked_for_and_members_are_appointed() {
    story.does(HIGASHI, h -> Commands.receive(h, 2, Field.ELDERLY_CARE, Field.OTHER));
    story.does(HIGASHI, h -> Meetings.ask(h, 1, SUPPORT, Set.of(1, 2)));
    for (AgencyId member : List.of(DESK, HIGASHI, SHOGAI, HOKENSHO)) {
      story.does(DESK, h -> new AppointMember(h, member));
    }
  }

  private DateQuestion question() {
    return Objects.requireNonNull(story.state().meeting(ITEM).orElseThrow().dates());
  }

  private Optional<DateAnswer> said(AgencyId agency, Instant day) {
    return question().answerOf(agency).flatMap(answer -> answer.to(day));
  }

  @Test
  void whoever_would_be_invited_is_asked_and_nobody_else_learns_of_it() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    assertThat(question().asked()).containsExactlyInAnyOrder(HIGASHI, SHOGAI, HOKENSHO);
    assertThat(story.whoLearnedOf(DatesAsked.class))
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHOGAI, HOKENSHO);
    assertThat(story.toldTo(NISHI)).isEmpty();
    story.isRefused(
        NISHI, RefusalCode.CASE_UNKNOWN, h -> Meetings.answerDates(h, DAYS, DateAnswer.YES));
    story.isRefused(
        SHAKYO, RefusalCode.CASE_UNKNOWN, h -> Meetings.answerDates(h, DAYS, DateAnswer.YES));
    story.isRefused(HIGASHI, RefusalCode.ONLY_THE_SCHEDULER, h -> Meetings.askForDates(h, DAYS));
  }

  @Test
  void an_answer_is_told_to_the_organisers_alone_and_can_be_changed() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    story.does(SHOGAI, h -> Meetings.answerDates(h, DAYS, DateAnswer.NO));
    story.does(SHOGAI, h -> Meetings.answerDates(h, DAYS, DateAnswer.MAYBE));
    assertThat(question().answers()).hasSize(1);
    assertThat(said(SHOGAI, DAYS.getFirst())).contains(DateAnswer.MAYBE);
    assertThat(story.whoLearnedOf(DatesAnswered.class))
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHOGAI);
  }

  @Test
  void every_candidate_is_answered_once_and_no_other_day() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    for (List<Instant> days :
        List.of(
            DAYS.subList(0, 1),
            List.of(DAYS.getFirst(), DAYS.getFirst()),
            List.of(DAYS.getFirst(), DAYS.getLast().plusSeconds(60)))) {
      story.isRefused(
          SHOGAI, RefusalCode.DATES_DO_NOT_FIT, h -> Meetings.answerDates(h, days, DateAnswer.YES));
    }
  }

  @Test
  void other_candidates_keep_what_was_said_to_those_that_stay() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    story.does(SHOGAI, h -> Meetings.answerDates(h, DAYS, DateAnswer.YES));
    List<Instant> others = List.of(DAYS.getLast(), Story.tokyo("2026-10-20T10:00"));
    story.does(SCHEDULER, h -> Meetings.askForDates(h, others));
    assertThat(said(SHOGAI, others.getFirst())).contains(DateAnswer.YES);
    assertThat(said(SHOGAI, others.getLast())).isEmpty();
    story.isRefused(
        SHOGAI, RefusalCode.DATES_DO_NOT_FIT, h -> Meetings.answerDates(h, DAYS, DateAnswer.YES));
  }

  @Test
  void the_notice_ends_the_question_and_whoever_is_not_invited_is_told_before() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    story.does(DESK, h -> new ReleaseMember(h, HOKENSHO));
    List<CaseEvent> events = story.does(SCHEDULER, h -> Meetings.publish(h, ITEM, OCTOBER, 1));
    assertThat(Story.names(events)).containsExactly("DatesAsked", "AgendaPublished");
    assertThat(((DatesAsked) events.getFirst()).whom().left()).containsExactly(HOKENSHO);
    assertThat(((DatesAsked) events.getFirst()).whom().asked())
        .containsExactlyInAnyOrder(HIGASHI, SHOGAI);
    assertThat(story.state().meeting(ITEM).orElseThrow().dates()).isNull();
    story.isRefused(
        SHOGAI, RefusalCode.DATES_NOT_ASKED, h -> Meetings.answerDates(h, DAYS, DateAnswer.YES));
  }

  @Test
  void a_request_that_is_taken_back_or_a_meeting_that_is_not_held_asks_nobody_any_more() {
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    List<CaseEvent> notHeld = story.does(SCHEDULER, h -> Meetings.askForDates(h, List.of()));
    assertThat(((DatesAsked) notHeld.getFirst()).whom().left())
        .containsExactlyInAnyOrder(HIGASHI, SHOGAI, HOKENSHO);
    story.isRefused(
        SCHEDULER, RefusalCode.DATES_NOT_ASKED, h -> Meetings.askForDates(h, List.of()));
    story.does(SCHEDULER, h -> Meetings.askForDates(h, DAYS));
    List<CaseEvent> takenBack = story.does(HIGASHI, h -> new WithdrawMeetingRequest(h, ITEM));
    assertThat(Story.names(takenBack)).containsExactly("DatesAsked", "MeetingRequestWithdrawn");
    assertThat(story.whoLearnedOf(DatesAsked.class)).contains(SHOGAI, HOKENSHO);
  }
}
