package jp.tsunagu.gateway.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway remembers beside the cases: the answers to commands, and when each case must be
 * looked at next. Of a case only its next moment stands here; the others follow from its state
 * then.
 */
final class Memory {

  /** For how long an answer is kept; an older command is not taken any more. */
  static final Duration KEPT = Duration.ofDays(60);

  /** Kinds of entries; part of stored keys: they never change. */
  private static final byte ANSWER = 1;

  private static final byte MOMENT = 2;
  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;
  private final Codec codec;
  private @Nullable Bytes cursor;

  Memory(KeyValueStore<Bytes, byte[]> store, Codec codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The answer this agency got to this command, if it is still kept. */
  Optional<Notice> answer(AgencyId sender, CaseId caseId, CommandId commandId) {
    byte[] stored = store.get(key(sender, caseId, commandId));
    return stored == null ? Optional.empty() : Optional.of(notice(stored));
  }

  void keep(AgencyId sender, CaseId caseId, CommandId commandId, Notice answer) {
    store.put(key(sender, caseId, commandId), codec.encode((Record) answer));
  }

  /** The sender is part of the key: nobody gets at another's answer by guessing an id. */
  private static Bytes key(AgencyId sender, CaseId caseId, CommandId commandId) {
    byte[] agency = sender.value().getBytes(StandardCharsets.UTF_8);
    ByteBuffer key = ByteBuffer.allocate(1 + 4 * Long.BYTES + agency.length).put(ANSWER);
    put(key, caseId.value());
    put(key, commandId.value());
    return Bytes.wrap(key.put(agency).array());
  }

  private static void put(ByteBuffer key, UUID id) {
    key.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private Notice notice(byte[] stored) {
    if (codec.decode(stored) instanceof Decoded.Readable(Notice notice)) {
      return notice;
    }
    throw new IllegalStateException("a stored answer cannot be read");
  }

  /** Looks at the next answers, in a round over all of them, and drops those kept long enough. */
  int prune(Instant now, int atMost) {
    Instant oldest = now.minus(KEPT);
    List<Bytes> outdated = new ArrayList<>();
    Bytes from = cursor == null ? first(ANSWER) : cursor;
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, first(MOMENT))) {
      for (int seen = 0; seen < atMost && hasAnswer(entries); seen++) {
        KeyValue<Bytes, byte[]> entry = entries.next();
        if (codec.decode(entry.value) instanceof Decoded.Readable(Notice notice)
            && notice.recordedAt().isBefore(oldest)) {
          outdated.add(entry.key);
        }
      }
      cursor = hasAnswer(entries) ? entries.peekNextKey() : null;
    }
    outdated.forEach(store::delete);
    return outdated.size();
  }

  private static boolean hasAnswer(KeyValueIterator<Bytes, byte[]> entries) {
    return entries.hasNext() && entries.peekNextKey().get()[0] == ANSWER;
  }

  /** Remembers when the case must be looked at next. */
  void arm(Timer timer) {
    store.put(key(timer), PRESENT);
  }

  void remove(Timer timer) {
    store.delete(key(timer));
  }

  /** What is due by now, the earliest first. */
  List<Timer> due(Instant now, int atMost) {
    List<Timer> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(first(MOMENT), after(now))) {
      while (due.size() < atMost && entries.hasNext()) {
        ByteBuffer key = ByteBuffer.wrap(entries.next().key.get());
        due.add(Timer.of(key.position(1)));
      }
    }
    return List.copyOf(due);
  }

  private static Bytes key(Timer timer) {
    ByteBuffer key = ByteBuffer.allocate(1 + Timer.LENGTH).put(MOMENT);
    timer.put(key);
    return Bytes.wrap(key.array());
  }

  /** The first key after this moment. */
  private static Bytes after(Instant moment) {
    return Bytes.wrap(
        ByteBuffer.allocate(1 + Long.BYTES).put(MOMENT).putLong(moment.toEpochMilli() + 1).array());
  }

  private static Bytes first(byte kind) {
    return Bytes.wrap(new byte[] {kind});
  }
}
