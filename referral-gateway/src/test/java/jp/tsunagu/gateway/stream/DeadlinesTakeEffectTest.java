package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.DESK;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlinesTakeEffectTest {
  private static final CaseId CASE = Commands.casesIn(0).findFirst().orElseThrow();
  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void refer(CaseId caseId, long leg) {
    bench.send(HOKATSU, bench.commands.receive(caseId, bench.now(), null));
    bench.send(
        HOKATSU,
        bench.commands.send(
            caseId, Commands.referral(leg), SHOGAI, Urgency.EMERGENCY, bench.now()));
  }

  @Test
  void due_soon_then_overdue_then_the_desk_each_once_and_in_order() {
    refer(CASE, 1);
    bench.ledger();
    bench.seconds(3);
    assertThat(bench.ledger()).isEmpty();
    bench.clock.advance(Duration.ofHours(18));
    bench.seconds(3);
    assertThat(kinds(bench.ledger())).containsExactly(ResponseDueSoon.class);
    bench.clock.advance(Duration.ofHours(6));
    bench.seconds(3);
    assertThat(kinds(bench.ledger()))
        .containsExactly(ResponseOverdue.class, OverdueEscalated.class);
    assertThat(bench.read(bench.topics.inbox(DESK), OverdueEscalated.class)).hasSize(1);
    assertThat(bench.read(bench.topics.inbox(SHOGAI), ResponseDueSoon.class)).hasSize(1);
    bench.clock.advance(Duration.ofDays(30));
    bench.seconds(3);
    assertThat(bench.ledger()).isEmpty();
  }

  @Test
  void what_fell_due_while_nobody_looked_is_told_whole_and_in_its_order() {
    refer(CASE, 1);
    bench.ledger();
    bench.clock.advance(Duration.ofDays(30));
    bench.seconds(1);
    assertThat(kinds(bench.ledger()))
        .containsExactly(ResponseDueSoon.class, ResponseOverdue.class, OverdueEscalated.class);
    bench.seconds(3);
    assertThat(bench.ledger()).isEmpty();
  }

  @Test
  void every_leg_of_a_case_is_reminded_at_its_own_time_also_when_another_was_answered() {
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    send(1, SHOGAI);
    bench.clock.advance(Duration.ofHours(6));
    send(2, KONKYU);
    bench.send(SHOGAI, bench.commands.accept(CASE, Commands.referral(1), bench.now()));
    bench.ledger();
    bench.clock.advance(Duration.ofHours(12));
    bench.seconds(1);
    assertThat(bench.ledger()).as("the first was answered").isEmpty();
    bench.clock.advance(Duration.ofHours(6));
    bench.seconds(1);
    assertThat(bench.read(bench.topics.ledger(), ReferralEvent.class))
        .singleElement()
        .satisfies(
            soon -> {
              assertThat(soon).isInstanceOf(ResponseDueSoon.class);
              assertThat(soon.referralId()).isEqualTo(Commands.referral(2));
            });
  }

  private void send(long leg, AgencyId receiver) {
    bench.send(
        HOKATSU,
        bench.commands.send(
            CASE, Commands.referral(leg), receiver, Urgency.EMERGENCY, bench.now()));
  }

  @Test
  void an_answered_referral_is_not_reminded() {
    refer(CASE, 1);
    bench.send(SHOGAI, bench.commands.accept(CASE, Commands.referral(1), bench.now()));
    bench.ledger();
    bench.clock.advance(Duration.ofDays(3));
    bench.seconds(3);
    assertThat(bench.ledger()).isEmpty();
  }

  @Test
  void a_thousand_deadlines_of_one_moment_are_handled_in_bounded_steps() {
    List<CaseId> cases = Commands.casesIn(0).limit(1_100).toList();
    for (int number = 0; number < cases.size(); number++) {
      refer(cases.get(number), number);
    }
    bench.ledger();
    bench.clock.advance(Duration.ofHours(18));
    bench.seconds(1);
    assertThat(bench.ledger()).hasSize(500);
    bench.seconds(1);
    assertThat(bench.ledger()).hasSize(500);
    bench.seconds(1);
    assertThat(bench.ledger()).hasSize(100);
    bench.seconds(2);
    assertThat(bench.ledger()).isEmpty();
  }

  private static List<Class<?>> kinds(List<CaseEvent> events) {
    return events.stream().<Class<?>>map(CaseEvent::getClass).toList();
  }
}
