package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.DESK;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsAreCarriedOutTest {
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

  @Test
  void an_accepted_command_stands_in_ledger_and_state_and_is_answered() {
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    assertThat(bench.ledger())
        .singleElement()
        .isInstanceOfSatisfying(
            ConsultationReceived.class,
            received -> {
              assertThat(received.header().sequence()).isEqualTo(1);
              assertThat(received.header().actor()).isEqualTo(HOKATSU);
              assertThat(received.header().recordedAt()).isEqualTo(bench.now());
            });
    assertThat(bench.read(bench.topics.caseState(), CaseState.class))
        .singleElement()
        .satisfies(state -> assertThat(state.sequence()).isEqualTo(1));
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandAccepted.class))
        .singleElement()
        .satisfies(answer -> assertThat(answer.repeated()).isFalse());
  }

  @Test
  void a_refused_command_leaves_no_trace_but_the_answer_to_its_sender() {
    var unknown = Commands.referral(1);
    bench.send(HOKATSU, bench.commands.send(CASE, unknown, SHOGAI, Urgency.NORMAL, bench.now()));
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandRefused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(RefusalCode.CASE_UNKNOWN));
    assertThat(bench.ledger()).isEmpty();
    assertThat(bench.raw(bench.topics.caseState())).isEmpty();
    assertThat(bench.raw(bench.topics.inbox(SHOGAI))).isEmpty();
  }

  @Test
  void a_command_sent_a_hundred_times_takes_effect_once_and_is_answered_each_time() {
    var command = bench.commands.receive(CASE, bench.now(), null);
    for (int time = 0; time < 100; time++) {
      bench.send(HOKATSU, command);
    }
    assertThat(bench.ledger()).hasSize(1);
    List<CommandAccepted> answers = bench.read(bench.topics.inbox(HOKATSU), CommandAccepted.class);
    assertThat(answers).hasSize(100).filteredOn(CommandAccepted::repeated).hasSize(99);
    assertThat(answers).allMatch(answer -> answer.firstSequence() == 1);
  }

  @Test
  void every_case_gets_a_number_and_a_refused_or_repeated_reception_takes_none() {
    var cases = Commands.casesIn(0).limit(3).toList();
    var first = bench.commands.receive(cases.getFirst(), bench.now(), null);
    bench.send(HOKATSU, first);
    bench.send(HOKATSU, first);
    bench.send(HOKATSU, bench.commands.receive(cases.getFirst(), bench.now(), null));
    bench.send(SHOGAI, bench.commands.receive(cases.get(1), bench.now(), null));
    bench.clock.advance(Duration.ofDays(366));
    bench.send(SHOGAI, bench.commands.receive(cases.get(2), bench.now(), null));
    var today = TokyoTime.dateOf(bench.now());
    assertThat(bench.ledger())
        .map(event -> event.header().caseNumber())
        .containsExactly(
            number(today.minusDays(366), 0),
            number(today.minusDays(366), TestNetwork.configuration().settings().partitions()),
            number(today, 0));
  }

  private static CaseNumber number(LocalDate day, int serial) {
    return CaseNumber.of(day, serial).orElseThrow();
  }

  @Test
  void a_command_repeated_after_forty_days_gets_its_first_outcome() {
    var command = bench.commands.receive(CASE, bench.now(), null);
    bench.send(HOKATSU, command);
    var decidedAt = bench.now();
    bench.clock.advance(Duration.ofDays(40));
    bench.seconds(120);
    bench.send(HOKATSU, command);
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandAccepted.class))
        .last()
        .isEqualTo(new CommandAccepted(command.header().commandId(), CASE, 1, 1, true, decidedAt));
    assertThat(bench.ledger()).hasSize(1);
  }

  @Test
  void a_command_older_than_what_is_remembered_is_refused_and_not_carried_out_again() {
    var command = bench.commands.receive(CASE, bench.now(), null);
    bench.send(HOKATSU, command);
    bench.clock.advance(Duration.ofDays(61));
    bench.seconds(120);
    bench.send(HOKATSU, command);
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandRefused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(RefusalCode.COMMAND_TOO_OLD));
    assertThat(bench.ledger()).hasSize(1);
  }

  @Test
  void of_two_agencies_acting_at_one_instant_one_wins_and_the_other_gets_a_code() {
    var leg = Commands.referral(1);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    bench.send(HOKATSU, bench.commands.send(CASE, leg, SHOGAI, Urgency.NORMAL, bench.now()));
    bench.send(SHOGAI, bench.commands.accept(CASE, leg, bench.now()));
    bench.send(HOKATSU, bench.commands.withdraw(CASE, leg, bench.now()));
    assertThat(bench.ledger())
        .extracting(event -> (Object) event.getClass())
        .containsExactly(ConsultationReceived.class, ReferralSent.class, ReferralAccepted.class);
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandRefused.class))
        .singleElement()
        .satisfies(
            refused ->
                assertThat(refused.code()).isEqualTo(RefusalCode.WITHDRAWAL_NEEDS_CONFIRMATION));
  }

  @Test
  void a_guessed_command_id_does_not_show_another_agencys_answer() {
    var command = bench.commands.receive(CASE, bench.now(), null);
    bench.send(HOKATSU, command);
    bench.send(KONKYU, command);
    assertThat(bench.read(bench.topics.inbox(KONKYU), CommandAccepted.class)).isEmpty();
    assertThat(bench.read(bench.topics.inbox(KONKYU))).isEmpty();
  }

  @Test
  void an_agency_that_is_set_aside_is_unknown_to_the_others_and_gets_nothing() {
    bench.setAside.add(SHOGAI);
    var leg = Commands.referral(1);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    bench.send(HOKATSU, bench.commands.send(CASE, leg, SHOGAI, Urgency.NORMAL, bench.now()));
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandRefused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(RefusalCode.AGENCY_UNKNOWN));
    assertThat(bench.raw(bench.topics.inbox(SHOGAI))).isEmpty();
  }

  @Test
  void a_protected_case_shows_the_ledger_no_agency_but_the_desk_and_no_area() {
    var protection =
        new Protection(Set.of(SHOGAI), Set.of(KONKYU), TokyoTime.dateOf(bench.now()).plusYears(1));
    var leg = Commands.referral(1);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), protection));
    bench.send(HOKATSU, bench.commands.send(CASE, leg, SHOGAI, Urgency.NORMAL, bench.now()));
    bench.send(SHOGAI, bench.commands.accept(CASE, leg, bench.now()));
    bench.send(HOKATSU, bench.commands.submit(CASE, Commands.referral(2), bench.now()));
    var shown = new StringBuilder();
    var records = bench.raw(bench.topics.ledger());
    records.forEach(
        record -> {
          shown.append(new String(record.value(), StandardCharsets.UTF_8));
          shown.append(record.headers());
        });
    assertThat(records).hasSizeGreaterThanOrEqualTo(4);
    assertThat(shown.toString())
        .contains(DESK.value())
        .doesNotContain(HOKATSU.value(), SHOGAI.value(), KONKYU.value(), "east");
    assertThat(bench.read(bench.topics.inbox(SHOGAI), ReferralSent.class))
        .singleElement()
        .satisfies(sent -> assertThat(sent.parties().receiver()).isEqualTo(SHOGAI));
  }

  @Test
  void a_case_stands_whole_where_nobody_else_reads_from_its_protection_on_and_no_other_does() {
    var protection =
        new Protection(Set.of(HOKATSU), Set.of(KONKYU), TokyoTime.dateOf(bench.now()).plusYears(1));
    var leg = Commands.referral(1);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    bench.send(HOKATSU, bench.commands.send(CASE, leg, SHOGAI, Urgency.NORMAL, bench.now()));
    assertThat(bench.raw(bench.topics.protectedCases())).isEmpty();
    bench.send(HOKATSU, new ProtectCase(bench.commands.header(CASE, bench.now()), protection));
    bench.send(SHOGAI, bench.commands.accept(CASE, leg, bench.now()));
    assertThat(bench.read(bench.topics.protectedCases(), CaseEvent.class))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isInstanceOfSatisfying(
                        CaseProtected.class,
                        told -> assertThat(told.protection()).isEqualTo(protection)),
            second -> {
              assertThat(second).isInstanceOf(ReferralAccepted.class);
              assertThat(second.header().actor()).isEqualTo(SHOGAI);
            });
    assertThat(bench.read(bench.topics.caseState(), CaseState.class).getLast().referral(leg))
        .hasValueSatisfying(
            referral -> {
              assertThat(referral.sender()).isEqualTo(HOKATSU);
              assertThat(referral.receiver()).isEqualTo(SHOGAI);
            });
  }

  @Test
  void whoever_begins_to_take_part_in_a_protected_case_is_told_before_how_it_is_protected() {
    var until = TokyoTime.dateOf(bench.now()).plusYears(1);
    var protection = new Protection(Set.of(SHOGAI), Set.of(KONKYU), until);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), protection));
    bench.send(
        HOKATSU,
        bench.commands.send(CASE, Commands.referral(1), SHOGAI, Urgency.NORMAL, bench.now()));
    bench.send(HOKATSU, bench.commands.submit(CASE, Commands.referral(2), bench.now()));
    assertThat(bench.read(bench.topics.inbox(SHOGAI), Record.class))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isInstanceOfSatisfying(
                        CaseProtected.class,
                        told -> assertThat(told.protection()).isEqualTo(protection)),
            second -> assertThat(second).isInstanceOf(ReferralSent.class));
    assertThat(bench.read(bench.topics.inbox(DESK), CaseProtected.class))
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.protection()).isEqualTo(new Protection(Set.of(), Set.of(), until)));
    assertThat(bench.raw(bench.topics.inbox(KONKYU))).isEmpty();
  }
}
