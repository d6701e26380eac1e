package jp.tsunagu.gateway.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.state.KeyValueStore;

/** The public keys of every agency, newest first. */
record KeyRing(KeyValueStore<String, byte[]> store, Codec codec) {

  /** Older ones are forgotten: nobody seals to them any more. */
  static final int MOST_KEYS = 5;

  /** What became of an announcement. */
  sealed interface Announcement {
    /** The key is the newest now. */
    record Added(AgencyKeys keys) implements Announcement {}

    /** The key stood there already. */
    record Known() implements Announcement {}

    /** Another key stands there under this id, and stays (pinned). */
    record Conflicting() implements Announcement {}
  }

  Announcement announce(AgencyId agency, PublicKey key) {
    List<PublicKey> keys = keysOf(agency);
    Optional<PublicKey> same = keys.stream().filter(k -> k.keyId().equals(key.keyId())).findFirst();
    if (same.isPresent()) {
      return same.get().keyset().equals(key.keyset())
          ? new Announcement.Known()
          : new Announcement.Conflicting();
    }
    List<PublicKey> next = new ArrayList<>();
    next.add(key);
    keys.stream().limit(MOST_KEYS - 1L).forEach(next::add);
    AgencyKeys kept = new AgencyKeys(agency, next);
    store.put(agency.value(), codec.encode(kept));
    return new Announcement.Added(kept);
  }

  private List<PublicKey> keysOf(AgencyId agency) {
    byte[] stored = store.get(agency.value());
    if (stored == null) {
      return List.of();
    }
    if (codec.decode(stored) instanceof Decoded.Readable(AgencyKeys known)) {
      return known.keys();
    }
    throw new IllegalStateException("the stored keys of " + agency + " cannot be read");
  }
}
