package jp.tsunagu.stats.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideRecord;
import jp.tsunagu.runtime.aside.Delivery;
import jp.tsunagu.runtime.aside.Holding;
import jp.tsunagu.runtime.aside.Meaning;
import jp.tsunagu.runtime.aside.Outcome;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.broker.GrowingPause;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The cases of one task that wait behind a record nobody could read. What becomes of each record,
 * and what is written of it, stands in the transaction that takes the record in.
 */
final class HeldCases {

  private final StatsParts parts;
  private final Consumer<AsideEntry> aside;
  private final StoredShelf shelf;
  private final Holding<CaseEvent> holding;
  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(30));
  private long seen = -1;
  private long nextTry;

  /**
   * Goes on with what the store holds.
   *
   * @param aside takes what is to be written to the aside topic
   */
  HeldCases(
      StatsParts parts,
      KeyValueStore<String, byte[]> store,
      Delivery<CaseEvent> delivery,
      Consumer<AsideEntry> aside) {
    this.parts = parts;
    this.aside = aside;
    this.shelf = new StoredShelf(store, parts.book(), this::announce);
    this.holding =
        new Holding<>(
            LedgerRecords.reader(parts.codec(), () -> parts.end().partitions().size()),
            Meaning.EVERY_RECORD_COUNTS,
            shelf,
            delivery);
  }

  void accept(RawRecord record) {
    Outcome outcome = holding.accept(record);
    if (outcome == Outcome.BOUND_PASSED) {
      parts.watch().putAside(outcome.name());
    }
  }

  /**
   * Takes up again what a person decided about, and what may be known by now: soon after something
   * was put aside or settled, and then more and more rarely.
   */
  void lookAgain(long now) {
    long version = parts.book().version();
    boolean decided = version != seen;
    if (decided) {
      pause.reset();
    }
    if (decided || now >= nextTry) {
      seen = version;
      nextTry = now + pause.next().toMillis();
      shelf.keys().stream().filter(key -> decided || shelf.isNewer(key)).forEach(this::takeUpAgain);
    }
  }

  private void takeUpAgain(String key) {
    List<RawRecord> held = shelf.held(key);
    if (held.isEmpty()) {
      return;
    }
    Place head = held.getFirst().place();
    if (shelf.isPassed(head)) {
      holding.passHead(key);
    } else if (holding.tryAgain(key)) {
      parts.book().open(head).ifPresent(entry -> aside.accept(entry.read(parts.clock().instant())));
    }
  }

  private void announce(AsideRecord record) {
    parts.watch().putAside(record.reason().name());
    aside.accept(AsideEntry.of(record, parts.clock().instant()));
  }
}
