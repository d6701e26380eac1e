package jp.tsunagu.stats.recount;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.runtime.aside.FollowedHolding;
import jp.tsunagu.runtime.aside.Meaning;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.stream.LedgerRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The facts of all cases, folded from the whole ledger and as far as figures have read it. */
final class CountedLedger {

  private final Map<Integer, Long> held;
  private final FollowedHolding<CaseEvent> holding;
  private final Map<String, CaseFacts> facts = new HashMap<>();
  private final Map<String, CaseFacts> beforeLaterEvents = new HashMap<>();
  private long events;
  private long unreadable;

  /**
   * Nothing read yet.
   *
   * @param held the offsets that the figures hold
   * @param book what was put aside, and what a person passed
   */
  CountedLedger(Map<Integer, Long> held, String topic, Codec codec, AsideBook book) {
    this.held = held;
    this.holding =
        new FollowedHolding<>(
            topic,
            LedgerRecords.reader(codec, held::size),
            Meaning.EVERY_RECORD_COUNTS,
            this::take,
            book,
            _ -> {},
            InstantSource.system());
  }

  void read(ConsumerRecord<byte[], byte[]> record) {
    switch (holding.accept(record)) {
      case PUT_ASIDE, PASSED -> unreadable++;
      case DELIVERED, WAITS, BOUND_PASSED -> {}
    }
  }

  private void take(RawRecord record, String key, @Nullable CaseEvent event) {
    if (event == null) {
      return;
    }
    events++;
    CaseFacts before = facts.getOrDefault(key, CaseFacts.beforeFirst(event.header().caseId()));
    if (record.place().offset() > held.getOrDefault(record.place().partition(), -1L)) {
      beforeLaterEvents.putIfAbsent(key, before);
    }
    facts.put(key, FactsFold.evolve(before, event));
  }

  long events() {
    return events;
  }

  long unreadable() {
    return unreadable;
  }

  /** By case id, after all events. */
  Map<String, CaseFacts> facts() {
    return facts;
  }

  /** After the events that the figures hold. */
  Stream<CaseFacts> asFarAsHeld() {
    return facts.entrySet().stream()
        .map(one -> beforeLaterEvents.getOrDefault(one.getKey(), one.getValue()));
  }
}
