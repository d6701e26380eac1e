package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A byte flipped on the gateway's disk costs the one case it belongs to, and that until mended. */
class OneSpoiltEntryStopsNobodyElseTest {

  private static final List<CaseId> CASES = Commands.casesIn(0).limit(2).toList();
  private static final CaseId SPOILT = CASES.getFirst();
  private static final CaseId OTHER = CASES.getLast();

  private Bench bench;

  @BeforeEach
  void two_referrals_wait(@TempDir Path directory) {
    bench = new Bench(directory);
    CASES.forEach(
        caseId -> {
          bench.send(HOKATSU, bench.commands.receive(caseId, bench.now(), null));
          bench.send(
              HOKATSU,
              bench.commands.send(caseId, leg(caseId), SHOGAI, Urgency.EMERGENCY, bench.now()));
        });
    bench.ledger();
    bench.read(bench.topics.inbox(SHOGAI));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static ReferralId leg(CaseId caseId) {
    return Commands.referral(CASES.indexOf(caseId));
  }

  private CaseCommand accept(CaseId caseId) {
    return bench.commands.accept(caseId, leg(caseId), bench.now());
  }

  @Test
  void a_command_of_a_case_that_cannot_be_read_is_put_aside_and_its_sender_told() {
    byte[] state = spoil();
    bench.send(SHOGAI, accept(SPOILT));
    bench.send(SHOGAI, accept(OTHER));
    assertThat(bench.read(bench.topics.inbox(SHOGAI), CommandUnreadable.class))
        .singleElement()
        .satisfies(told -> assertThat(told.reason()).isEqualTo("GATEWAY_FAULT"));
    assertThat(bench.read(bench.topics.ledger(), ReferralAccepted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.header().caseId()).isEqualTo(OTHER));
    states().put(SPOILT.toString(), state);
    bench.send(SHOGAI, accept(SPOILT));
    assertThat(bench.read(bench.topics.ledger(), ReferralAccepted.class)).hasSize(1);
  }

  @Test
  void what_falls_due_meanwhile_is_told_once_the_case_can_be_read_again() {
    byte[] state = spoil();
    bench.clock.advance(Duration.ofHours(18));
    bench.seconds(3);
    assertThat(bench.read(bench.topics.ledger(), ResponseDueSoon.class))
        .singleElement()
        .satisfies(event -> assertThat(event.header().caseId()).isEqualTo(OTHER));
    states().put(SPOILT.toString(), state);
    bench.clock.advance(TimerHandler.AGAIN_AFTER);
    bench.seconds(1);
    assertThat(bench.read(bench.topics.ledger(), ResponseDueSoon.class))
        .singleElement()
        .satisfies(event -> assertThat(event.header().caseId()).isEqualTo(SPOILT));
  }

  @Test
  void an_answer_that_cannot_be_read_stops_its_own_command_alone() {
    CaseCommand command = accept(SPOILT);
    bench.send(SHOGAI, command);
    spoilAnswers();
    bench.seconds(31);
    bench.send(SHOGAI, command);
    bench.send(SHOGAI, accept(OTHER));
    assertThat(bench.read(bench.topics.inbox(SHOGAI), CommandUnreadable.class)).hasSize(1);
    assertThat(bench.read(bench.topics.inbox(SHOGAI), CommandAccepted.class)).isEmpty();
    assertThat(bench.read(bench.topics.ledger(), ReferralAccepted.class)).hasSize(2);
  }

  private KeyValueStore<String, byte[]> states() {
    return bench.store(Stores.CASES);
  }

  private byte[] spoil() {
    byte[] state = states().get(SPOILT.toString());
    states().put(SPOILT.toString(), new byte[] {1, 2, 3});
    return state;
  }

  private void spoilAnswers() {
    KeyValueStore<Bytes, byte[]> memory = bench.store(Stores.MEMORY);
    try (KeyValueIterator<Bytes, byte[]> entries = memory.all()) {
      entries.forEachRemaining(entry -> memory.put(entry.key, new byte[] {1}));
    }
  }
}
