package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.TimerKind;
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
    assertThat(at(Situation.OPENED, TimerKind.DUE_SOON, "2026-09-15T08:29")).isEmpty();
    assertThat(at(Situation.OPENED, TimerKind.DUE_SOON, "2026-09-15T08:30"))
        .containsExactly("ResponseDueSoon");
  }

  @Test
  void what_was_told_is_not_told_again() {
    assertThat(at(Situation.DUE_SOON, TimerKind.DUE_SOON, "2026-09-16T08:30")).isEmpty();
    assertThat(at(Situation.ESCALATED, TimerKind.OVERDUE, "2026-09-19T08:30")).isEmpty();
    assertThat(at(Situation.ESCALATED, TimerKind.ESCALATE, "2026-09-19T08:30")).isEmpty();
  }

  @Test
  void the_receiver_hears_of_a_missed_deadline_before_the_desk_does() {
    assertThat(at(Situation.OPENED, TimerKind.ESCALATE, "2026-09-18T08:30"))
        .containsExactly("ResponseOverdue", "OverdueEscalated");
  }

  @Test
  void an_answered_leg_has_no_clock() {
    assertThat(at(Situation.ACCEPTED, TimerKind.OVERDUE, "2026-12-01T08:30")).isEmpty();
    assertThat(at(Situation.DECLINED, TimerKind.OVERDUE, "2026-12-01T08:30")).isEmpty();
  }

  @Test
  void an_unknown_leg_has_no_clock_either() {
    assertThat(at(Situation.RECEIVED, TimerKind.OVERDUE, "2026-12-01T08:30")).isEmpty();
  }

  @Test
  void the_event_happened_when_it_was_due_and_is_recorded_when_it_was_noticed() {
    Story story = Situation.OPENED.story();
    var late = Story.tokyo("2026-09-18T03:00");
    CaseEvent overdue = CaseDecider.timer(story.state(), ONE, TimerKind.OVERDUE, late).getFirst();
    assertThat(overdue.header().occurredAt()).isEqualTo(Story.tokyo("2026-09-17T17:15"));
    assertThat(overdue.header().recordedAt()).isEqualTo(late);
    assertThat(overdue.header().actor()).isEqualTo(AgencyId.GATEWAY);
  }

  private static List<String> at(Situation situation, TimerKind kind, String time) {
    return Story.names(CaseDecider.timer(situation.story().state(), ONE, kind, Story.tokyo(time)));
  }
}
