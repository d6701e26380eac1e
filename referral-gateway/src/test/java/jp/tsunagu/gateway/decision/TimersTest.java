package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What the moments of a response clock bring about. Sent on 3 September, due on the 17th at 17:15.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimersTest {

  @Test
  void before_its_moment_nothing_is_told() {
    assertThat(at(Situation.OPENED, "2026-09-15T08:29")).isEmpty();
    assertThat(at(Situation.OPENED, "2026-09-15T08:30")).containsExactly("ResponseDueSoon");
  }

  @Test
  void what_was_told_is_not_told_again() {
    assertThat(at(Situation.DUE_SOON, "2026-09-16T08:30")).isEmpty();
    assertThat(at(Situation.ESCALATED, "2026-09-19T08:30")).isEmpty();
  }

  @Test
  void the_receiver_hears_of_a_missed_deadline_before_the_desk_does() {
    assertThat(at(Situation.DUE_SOON, "2026-09-18T08:30"))
        .containsExactly("ResponseOverdue", "OverdueEscalated");
  }

  @Test
  void an_answered_leg_has_no_clock() {
    assertThat(at(Situation.ACCEPTED, "2026-12-01T08:30")).isEmpty();
    assertThat(at(Situation.DECLINED, "2026-12-01T08:30")).isEmpty();
    assertThat(next(Situation.ACCEPTED)).isEmpty();
  }

  @Test
  void a_case_without_a_leg_has_no_clock_either() {
    assertThat(at(Situation.RECEIVED, "2026-12-01T08:30")).isEmpty();
  }

  @Test
  void what_nobody_looked_at_in_time_is_told_whole_and_in_its_order() {
    assertThat(at(Situation.OPENED, "2026-12-01T08:30"))
        .containsExactly("ResponseDueSoon", "ResponseOverdue", "OverdueEscalated");
  }

  @Test
  void the_next_moment_is_the_first_that_was_not_told() {
    assertThat(next(Situation.OPENED)).contains(Story.tokyo("2026-09-15T08:30"));
    assertThat(next(Situation.DUE_SOON)).contains(Story.tokyo("2026-09-17T17:15"));
    assertThat(next(Situation.ESCALATED)).isEmpty();
  }

  @Test
  void of_two_legs_the_moments_are_told_in_the_order_of_time() {
    Story story = Situation.OPENED.story();
    story.timePasses("2026-09-04T09:00");
    story.does(
        Town.HIGASHI,
        h -> Commands.send(h, Commands.TWO, Town.NISHI, ReferralMode.TOGETHER, null, null));
    List<CaseEvent> events = CaseDecider.due(story.state(), Story.tokyo("2026-12-01T08:30"), 0);
    assertThat(events).hasSize(6);
    assertThat(events).isSortedAccordingTo(Comparator.comparing(e -> e.header().occurredAt()));
    assertThat(events).extracting(e -> e.header().sequence()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void what_another_coordinator_handed_back_is_called_so_at_the_desk_too() {
    Story story = Situation.RECEIVED.story();
    story.does(Town.HIGASHI, h -> new RequestCoordination(h, Town.SHAKYO, null));
    story.does(Town.SHAKYO, AcceptCoordination::new);
    story.does(Town.SHAKYO, h -> Commands.handBack(h, Commands.TWO, Town.NISHI));
    story.timePasses("2026-12-01T08:30");

    CaseState known = CaseState.beforeFirst(story.state().caseId());
    for (CaseEvent told : story.inboxOf(Town.DESK)) {
      known = CaseLifecycle.evolve(known, told);
    }
    assertThat(known.referral(Commands.TWO).map(Referral::kind)).contains(ReferralKind.HAND_BACK);
  }

  @Test
  void the_event_happened_when_it_was_due_and_is_recorded_when_it_was_noticed() {
    Story story = Situation.OPENED.story();
    var late = Story.tokyo("2026-09-18T03:00");
    CaseEvent overdue = CaseDecider.due(story.state(), late, 0).get(1);
    assertThat(overdue.header().occurredAt()).isEqualTo(Story.tokyo("2026-09-17T17:15"));
    assertThat(overdue.header().recordedAt()).isEqualTo(late);
    assertThat(overdue.header().actor()).isEqualTo(AgencyId.GATEWAY);
  }

  private static List<String> at(Situation situation, String time) {
    return Story.names(CaseDecider.due(situation.story().state(), Story.tokyo(time), 0));
  }

  private static Optional<Instant> next(Situation situation) {
    return CaseDecider.nextDue(situation.story().state());
  }
}
