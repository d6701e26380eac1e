package jp.tsunagu.runtime.aside;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shelf of a reader that reads its topic from the beginning at every start: what waits lies in
 * memory and is found again; what was put aside, and what a person decided, stands in the aside
 * topic.
 *
 * <p>Where the bound is passed, the key stays held whatever is decided, and is told: the next start
 * reads everything of it again from its place.
 */
final class MemoryShelf implements Shelf {

  private static final Logger LOG = LoggerFactory.getLogger(MemoryShelf.class);

  private final AsideBook book;
  private final AsideWriter writer;
  private final InstantSource clock;
  private final WaitingBound bound;
  private final Map<String, List<RawRecord>> held = new HashMap<>();
  private final Set<String> newer = new HashSet<>();
  private final Set<String> boundPassed = new HashSet<>();
  private final Set<String> brokenOff = new HashSet<>();
  private int records;
  private long bytes;

  MemoryShelf(AsideBook book, AsideWriter writer, InstantSource clock, WaitingBound bound) {
    this.book = book;
    this.writer = writer;
    this.clock = clock;
    this.bound = bound;
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
    writer.requireAllKnown();
    Place place = aside.record().place();
    if (book.open(place).isEmpty() && !book.isPassed(place)) {
      writer.write(AsideEntry.of(aside, clock.instant()));
      LOG.error("{} is put aside: {}", place, aside.reason());
    }
    if (book.isPassed(place)) {
      return; // a person's decision became known while the record was read
    }
    String key = aside.heldKey();
    if (key != null) {
      List<RawRecord> first = new ArrayList<>();
      first.add(aside.record());
      held.put(key, first);
      if (aside.reason().isOfNewerProgram()) {
        newer.add(key);
      }
      count(1, aside.record().size());
    }
  }

  @Override
  public boolean addWaiting(String key, RawRecord record) {
    List<RawRecord> waiting = held.getOrDefault(key, List.of());
    if (boundPassed.contains(key) || isFull(waiting.size(), record)) {
      if (boundPassed.add(key)) {
        LOG.error("{}: more waits behind a record put aside than is kept", record.place());
      }
      return false;
    }
    waiting.add(record);
    count(1, record.size());
    return true;
  }

  private boolean isFull(int ofKey, RawRecord record) {
    return ofKey > bound.perKey()
        || records >= bound.records()
        || bytes + record.size() > bound.bytes();
  }

  /**
   * Nothing of a key of which more waits than is kept: it is not taken up before the next start.
   */
  @Override
  public List<RawRecord> held(String key) {
    return boundPassed.contains(key) ? List.of() : List.copyOf(held.getOrDefault(key, List.of()));
  }

  @Override
  public void release(String key) {
    List<RawRecord> gone = held.remove(key);
    if (gone != null) {
      gone.forEach(record -> count(-1, -record.size()));
      boundPassed.remove(key);
      newer.remove(key);
      brokenOff.remove(key);
    }
  }

  @Override
  public void putBack(String key, List<RawRecord> records) {
    held.put(key, new ArrayList<>(records));
    brokenOff.add(key);
    records.forEach(record -> count(1, record.size()));
  }

  /** The keys whose taking in was broken off. */
  Set<String> brokenOff() {
    return Set.copyOf(brokenOff);
  }

  /** The keys that are held. */
  Set<String> keys() {
    return Set.copyOf(held.keySet());
  }

  /** The keys whose record is of a newer program. */
  Set<String> newer() {
    return Set.copyOf(newer);
  }

  /** The keys of which more waits than is kept. */
  Set<String> boundPassed() {
    return Set.copyOf(boundPassed);
  }

  private void count(int moreRecords, long moreBytes) {
    records += moreRecords;
    bytes += moreBytes;
  }
}
