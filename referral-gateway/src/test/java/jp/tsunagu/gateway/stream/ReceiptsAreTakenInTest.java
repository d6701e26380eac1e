package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.KONKYU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsAreTakenInTest {
  private static final CaseId CASE = Commands.casesIn(0).findFirst().orElseThrow();
  private static final ReferralId LEG = Commands.referral(1);
  private static final ReferralId OTHER = Commands.referral(2);
  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    bench.records();
    refer(LEG, SHOGAI);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void refer(ReferralId leg, AgencyId receiver) {
    bench.send(HOKATSU, bench.commands.send(CASE, leg, receiver, Urgency.NORMAL, bench.now()));
  }

  private void receipt(AgencyId sender, Instant arrivedAt, ReferralId... legs) {
    ConfirmReceipt receipt = new ConfirmReceipt(CASE, List.of(legs), 2, arrivedAt);
    bench.sendRaw(sender, CASE.toString(), bench.codec.encode(receipt));
  }

  @Test
  void a_referral_and_its_receipt_are_so_many_records_and_the_receiver_hears_nothing_of_its_own() {
    assertThat(bench.records())
        .as("sent")
        .isEqualTo(
            Map.of(
                "city.referral.events.v1", 1,
                "city.agency.hokatsu.inbox.v1", 2,
                "city.agency.shogai.inbox.v1", 1,
                "city.referral-gateway-cases-changelog", 1,
                "city.referral-gateway-memory-changelog", 2));
    receipt(SHOGAI, bench.now(), LEG);
    assertThat(bench.records())
        .as("arrived")
        .isEqualTo(
            Map.of(
                "city.referral.events.v1", 1,
                "city.agency.hokatsu.inbox.v1", 1,
                "city.referral-gateway-cases-changelog", 1));
  }

  @Test
  void it_is_an_event_with_the_time_at_which_it_was_stored() {
    Instant stored = bench.now().plusSeconds(7);
    bench.clock.advance(Duration.ofMinutes(1));
    receipt(SHOGAI, stored, LEG);
    CaseEvent arrived = bench.ledger().getLast();
    assertThat(bench.read(bench.topics.inbox(HOKATSU), ReferralArrived.class))
        .containsExactly((ReferralArrived) arrived);
    EventHeader header = arrived.header();
    assertThat(header.sequence()).isEqualTo(3);
    assertThat(header.occurredAt()).isEqualTo(stored);
    assertThat(header.recordedAt()).isEqualTo(bench.now());
    assertThat(header.actor()).isEqualTo(SHOGAI);
    assertThat(header.causedBy()).isEqualTo(LEG.value());
  }

  @Test
  void several_legs_arrive_with_one_receipt_and_what_comes_twice_arrives_once() {
    bench.send(
        HOKATSU,
        new SendReferral(
            bench.commands.header(CASE, bench.now()),
            OTHER,
            SHOGAI,
            ReferralMode.ADVICE,
            Urgency.NORMAL,
            null,
            null));
    receipt(SHOGAI, bench.now(), LEG, OTHER, LEG);
    receipt(SHOGAI, bench.now(), OTHER, LEG);
    assertThat(arrived()).containsExactly(LEG, OTHER);
    assertThat(passedOver("ALREADY_ARRIVED")).isEqualTo(2);
  }

  @Test
  void who_is_not_the_receiver_or_speaks_of_what_is_not_there_is_passed_over_without_a_word() {
    bench.records();
    receipt(HOKATSU, bench.now(), LEG);
    receipt(KONKYU, bench.now(), LEG);
    receipt(new AgencyId("nobody"), bench.now(), LEG);
    receipt(SHOGAI, bench.now(), OTHER);
    receipt(SHOGAI, bench.now().plus(Duration.ofDays(1)), LEG);
    receipt(SHOGAI, bench.now());
    assertThat(bench.records()).isEmpty();
    assertThat(
            Stream.of(
                "NOT_THE_RECEIVER",
                "CASE_UNKNOWN",
                "AGENCY_UNKNOWN",
                "REFERRAL_UNKNOWN",
                "COMMAND_FROM_THE_FUTURE"))
        .allSatisfy(code -> assertThat(passedOver(code)).as(code).isEqualTo(1));
  }

  @Test
  void a_receipt_of_before_the_leg_was_asked_anew_says_nothing_of_it() {
    Instant first = bench.now();
    receipt(SHOGAI, first, LEG);
    bench.send(HOKATSU, bench.commands.withdraw(CASE, LEG, bench.now()));
    bench.clock.advance(Duration.ofSeconds(1));
    bench.send(HOKATSU, new ReopenReferral(bench.commands.header(CASE, bench.now()), LEG));
    receipt(SHOGAI, first, LEG);
    assertThat(arrived()).containsExactly(LEG);
    receipt(SHOGAI, bench.now(), LEG);
    assertThat(arrived()).containsExactly(LEG);
  }

  @Test
  void one_that_stands_under_a_foreign_key_is_put_aside() {
    bench.records();
    bench.sendRaw(
        SHOGAI,
        "shogai",
        bench.codec.encode(new ConfirmReceipt(CASE, List.of(LEG), 2, bench.now())));
    assertThat(bench.read(bench.topics.inbox(SHOGAI), CommandUnreadable.class))
        .extracting(CommandUnreadable::reason)
        .containsExactly("KEY_WRONG");
    assertThat(bench.ledger()).isEmpty();
  }

  /** Since this was asked last, in their order. */
  private List<ReferralId> arrived() {
    return bench.read(bench.topics.ledger(), ReferralEvent.class).stream()
        .filter(ReferralArrived.class::isInstance)
        .map(ReferralEvent::referralId)
        .toList();
  }

  private double passedOver(String code) {
    return bench
        .meters
        .get("tsunagu.gateway.commands")
        .tags("outcome", "refused", "command", "ConfirmReceipt", "code", code)
        .counter()
        .count();
  }
}
