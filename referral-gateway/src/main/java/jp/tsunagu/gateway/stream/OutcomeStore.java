package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What became of every command, so that a repetition gets the same answer and has no effect. */
final class OutcomeStore {

  /** How long an answer is kept; a command entered earlier is refused. */
  static final Duration KEPT = Duration.ofDays(60);

  private final KeyValueStore<String, byte[]> store;
  private final Codec codec;
  private @Nullable String cursor;

  OutcomeStore(KeyValueStore<String, byte[]> store, Codec codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The answer this agency got to this command, if it is still kept. */
  Optional<Notice> find(AgencyId sender, CaseId caseId, CommandId commandId) {
    byte[] stored = store.get(key(sender, caseId, commandId));
    return stored == null ? Optional.empty() : Optional.of(notice(stored));
  }

  void keep(AgencyId sender, CaseId caseId, CommandId commandId, Notice answer) {
    store.put(key(sender, caseId, commandId), codec.encode((Record) answer));
  }

  /** The sender is part of the key: nobody gets at another's answer by guessing an id. */
  private static String key(AgencyId sender, CaseId caseId, CommandId commandId) {
    return caseId + "/" + commandId + "/" + sender;
  }

  private Notice notice(byte[] stored) {
    if (codec.decode(stored) instanceof Decoded.Readable(Notice notice)) {
      return notice;
    }
    throw new IllegalStateException("a stored answer cannot be read");
  }

  /** Looks at the next entries, in a round over all of them, and drops those kept long enough. */
  int prune(Instant now, int atMost) {
    Instant oldest = now.minus(KEPT);
    List<String> outdated = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries = store.range(cursor, null)) {
      for (int seen = 0; seen < atMost && entries.hasNext(); seen++) {
        KeyValue<String, byte[]> entry = entries.next();
        if (notice(entry.value).recordedAt().isBefore(oldest)) {
          outdated.add(entry.key);
        }
      }
      cursor = entries.hasNext() ? entries.peekNextKey() : null;
    }
    outdated.forEach(store::delete);
    return outdated.size();
  }
}
