package jp.tsunagu.runtime.aside;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holding of a topic that is read from its beginning at every start and folded in memory.
 * Thread-safe: the follower gives records, the aside topic decisions.
 */
public final class FollowedHolding<T> {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedHolding.class);

  private final String topic;
  private final Meaning meaning;
  private final AsideBook book;
  private final AsideWriter writer;
  private final InstantSource clock;
  private final Delivery<T> delivery;
  private final MemoryShelf shelf;
  private final Holding<T> holding;

  /** Holds records of this topic. */
  public FollowedHolding(
      String topic,
      RecordReader<T> reader,
      Meaning meaning,
      Delivery<T> delivery,
      AsideBook book,
      AsideWriter writer,
      InstantSource clock) {
    this.topic = topic;
    this.meaning = meaning;
    this.book = book;
    this.writer = writer;
    this.clock = clock;
    this.shelf = new MemoryShelf(book, writer, clock, WaitingBound.IN_MEMORY);
    this.holding = new Holding<>(reader, meaning, shelf, this::deliver);
    this.delivery = delivery;
  }

  /** Whose records these are. */
  public String topic() {
    return topic;
  }

  /** Takes the next record; throws only where what must be kept of it cannot be kept now. */
  public synchronized Outcome accept(ConsumerRecord<byte[], byte[]> record) {
    return holding.accept(RawRecord.of(record));
  }

  private void deliver(RawRecord record, String key, @Nullable T value) {
    delivery.take(record, key, value);
    switch (meaning) {
      case EVERY_RECORD_COUNTS -> book.open(record.place()).ifPresent(this::settleAsRead);
      case THE_LATEST_COUNTS ->
          book.open(topic, key).stream()
              .filter(open -> open.place().isBefore(record.place()))
              .forEach(this::settleAsRead);
    }
  }

  /** Takes up again what a person decided about, or asked to be read again. */
  synchronized void decided(AsideEntry entry) {
    shelf.brokenOff().forEach(holding::takeUp);
    String key = entry.key();
    List<RawRecord> held = key == null ? List.of() : shelf.held(key);
    if (key == null || held.isEmpty() || !held.getFirst().place().equals(entry.place())) {
      return;
    }
    switch (entry.settled().settlement()) {
      case PASSED -> holding.passHead(key);
      case OPEN -> tryAgain(key);
      case READ -> {}
    }
  }

  /**
   * Reads records of a newer program again, whose schema may be known by now, and takes up what was
   * broken off.
   */
  synchronized void tryNewerAgain() {
    shelf.brokenOff().forEach(holding::takeUp);
    shelf.newer().forEach(this::tryAgain);
  }

  /** Whether something of this key was put aside. */
  public synchronized boolean isHeld(String key) {
    return shelf.holds(key) || !book.open(topic, key).isEmpty();
  }

  /** The keys of which something was put aside. */
  public synchronized Set<String> heldKeys() {
    Set<String> keys = new TreeSet<>(book.heldKeys(topic));
    keys.addAll(shelf.keys());
    return keys;
  }

  /** The keys of which more waits than is kept: read again at the next start. */
  synchronized Set<String> boundPassed() {
    return shelf.boundPassed();
  }

  private void tryAgain(String key) {
    boolean read = holding.tryAgain(key);
    LOG.debug("{}: {} was tried again: {}", topic, key, read);
  }

  /** Where that cannot be written now, it stays open until the next start finds it read. */
  private void settleAsRead(AsideEntry entry) {
    try {
      writer.write(entry.read(clock.instant()));
    } catch (RuntimeException fault) {
      LOG.warn("{} was read, which could not be written down: {}", entry.place(), fault.toString());
    }
  }
}
