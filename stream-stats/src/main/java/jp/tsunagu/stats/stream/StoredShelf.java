package jp.tsunagu.stats.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.AsideRecord;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.aside.Shelf;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one partition, in a store of the stream: by case id and number in its order. At
 * most {@value #MOST_OF_A_CASE} records of a case; of one with more nothing is taken up again until
 * everything is read anew (rebuild).
 */
final class StoredShelf implements Shelf {

  /** Larger values are no events of ours and would not fit into the changelog. */
  static final int MOST_BYTES = 512 << 10;

  private static final int MOST_OF_A_CASE = 5_000;

  private final KeyValueStore<String, byte[]> store;
  private final AsideBook book;
  private final Consumer<AsideRecord> announced;
  private final Map<String, Held> held = new HashMap<>();

  private record Held(int records, @Nullable AsideReason reason) {

    Held oneMore() {
      return new Held(records + 1, reason);
    }
  }

  /**
   * Finds what is held in the store.
   *
   * @param announced takes what is put aside, to be written in the same transaction
   */
  StoredShelf(
      KeyValueStore<String, byte[]> store, AsideBook book, Consumer<AsideRecord> announced) {
    this.store = store;
    this.book = book;
    this.announced = announced;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(this::count);
    }
  }

  private void count(KeyValue<String, byte[]> entry) {
    String key = entry.key.substring(0, entry.key.lastIndexOf('/'));
    AsideReason reason = WaitingBytes.reason(entry.value);
    held.merge(
        key, new Held(1, reason), (known, one) -> new Held(known.records() + 1, known.reason()));
  }

  @Override
  public boolean holds(String key) {
    return held.containsKey(key);
  }

  @Override
  public boolean isPassed(Place place) {
    return book.isPassed(place);
  }

  @Override
  public void putAside(AsideRecord aside) {
    if (book.open(aside.record().place()).isEmpty()) {
      announced.accept(aside);
    }
    String key = aside.heldKey();
    if (key != null) {
      held.put(key, new Held(1, aside.reason()));
      store.put(name(key, 0), WaitingBytes.encode(aside.record(), aside.reason()));
    }
  }

  @Override
  public boolean addWaiting(String key, RawRecord record) {
    Held known = held.getOrDefault(key, new Held(0, null));
    if (known.records() > MOST_OF_A_CASE) {
      return false;
    }
    held.put(key, known.oneMore());
    store.put(name(key, known.records()), WaitingBytes.encode(record, null));
    return known.records() < MOST_OF_A_CASE;
  }

  @Override
  public List<RawRecord> held(String key) {
    int records = held.getOrDefault(key, new Held(0, null)).records();
    List<RawRecord> found = new ArrayList<>();
    for (int number = 0; number < records && records <= MOST_OF_A_CASE; number++) {
      byte[] stored = store.get(name(key, number));
      if (stored != null) {
        found.add(WaitingBytes.decode(stored));
      }
    }
    return found;
  }

  @Override
  public void release(String key) {
    Held gone = held.remove(key);
    for (int number = 0; gone != null && number < gone.records(); number++) {
      store.delete(name(key, number));
    }
  }

  /** The cases that are held. */
  Set<String> keys() {
    return Set.copyOf(held.keySet());
  }

  /** Whether the record that holds this case is of a newer program. */
  boolean isNewer(String key) {
    Held one = held.get(key);
    AsideReason reason = one == null ? null : one.reason();
    return reason != null && reason.isOfNewerProgram();
  }

  private static String name(String key, int number) {
    return "%s/%08d".formatted(key, number);
  }
}
