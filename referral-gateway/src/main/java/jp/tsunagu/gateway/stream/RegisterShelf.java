package jp.tsunagu.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of each subject: its record, and marks of agencies (who took which place,
 * who noticed a gap) that stand here alone.
 */
record RegisterShelf(KeyValueStore<String, byte[]> store, Codec codec) {

  <T extends Record> @Nullable T find(String subject, Class<T> type) {
    byte[] stored = store.get(subject);
    if (stored == null) {
      return null;
    }
    if (codec.decode(stored) instanceof Decoded.Readable(Record known) && type.isInstance(known)) {
      return type.cast(known);
    }
    throw new IllegalStateException("what is stored of " + subject + " cannot be read");
  }

  void keep(String subject, Record record) {
    store.put(subject, codec.encode(record));
  }

  /** Which agency left this mark; empty where there is none. */
  Optional<AgencyId> marked(String subject, UUID mark) {
    return Optional.ofNullable(store.get(key(subject, mark)))
        .map(stored -> new AgencyId(new String(stored, StandardCharsets.UTF_8)));
  }

  void mark(String subject, UUID mark, AgencyId agency) {
    store.put(key(subject, mark), agency.value().getBytes(StandardCharsets.UTF_8));
  }

  void unmark(String subject, UUID mark) {
    store.delete(key(subject, mark));
  }

  private static String key(String subject, UUID mark) {
    return subject + "/" + mark;
  }
}
