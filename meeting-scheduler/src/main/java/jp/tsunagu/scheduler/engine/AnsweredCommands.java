package jp.tsunagu.scheduler.engine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which commands were answered, so that a repetition has no second effect. What is forgotten – by
 * time or because there are too many – leaves a mark: a command entered no later than the mark is
 * too old to be answered at all, so that nothing ever has an effect twice.
 *
 * <p>Two entries a command, one by its id and one by its time, and one for the mark.
 */
final class AnsweredCommands {

  private static final String MARK = "forgotten-up-to";
  private static final String FIRST_TIME = "@";
  private static final String AFTER_LAST_TIME = "@:";
  private static final int LENGTH_OF_TIME = "@0000000000000/".length();
  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;
  private final int most;
  private int count;

  /**
   * The answered commands of this store.
   *
   * @param most how many are remembered
   */
  AnsweredCommands(KeyValueStore<String, byte[]> store, int most) {
    this.store = store;
    this.most = most;
    try (KeyValueIterator<String, byte[]> all = store.range(FIRST_TIME, AFTER_LAST_TIME)) {
      for (; all.hasNext(); all.next()) {
        count++;
      }
    }
  }

  boolean contains(CommandId id) {
    return store.get(id.toString()) != null;
  }

  /** Whether it could have been answered and forgotten. */
  boolean isTooOld(MeetingCommandHeader header, Instant now) {
    Instant entered = header.enteredAt();
    return entered.isBefore(now.minus(CommandKeys.KEPT)) || !entered.isAfter(mark());
  }

  /** Remembers one that it does not contain. */
  void add(MeetingCommandHeader header) {
    long time = header.enteredAt().toEpochMilli();
    store.put(header.commandId().toString(), time(time));
    store.put(FIRST_TIME + "%013d/".formatted(time) + header.commandId(), NOTHING);
    count++;
  }

  /** Forgets the oldest, where they are too old or too many; so many at once at most. */
  void trim(Instant now, int atOnce) {
    long oldest = now.minus(CommandKeys.KEPT).toEpochMilli();
    List<String> outdated = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.range(FIRST_TIME, AFTER_LAST_TIME)) {
      while (all.hasNext() && outdated.size() < atOnce) {
        String next = all.next().key;
        if (timeOf(next) >= oldest && count - outdated.size() <= most) {
          break;
        }
        outdated.add(next);
      }
    }
    outdated.forEach(this::forget);
  }

  private void forget(String byTime) {
    store.put(MARK, time(timeOf(byTime)));
    store.delete(byTime.substring(LENGTH_OF_TIME));
    store.delete(byTime);
    count--;
  }

  private Instant mark() {
    byte[] mark = store.get(MARK);
    return mark == null ? Instant.MIN : Instant.ofEpochMilli(ByteBuffer.wrap(mark).getLong());
  }

  private static long timeOf(String byTime) {
    return Long.parseLong(byTime.substring(FIRST_TIME.length(), LENGTH_OF_TIME - 1));
  }

  private static byte[] time(long millis) {
    return ByteBuffer.allocate(Long.BYTES).putLong(millis).array();
  }
}
