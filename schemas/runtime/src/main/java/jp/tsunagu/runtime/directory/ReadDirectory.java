package jp.tsunagu.runtime.directory;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.contract.wire.UnreadableReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as read so far: the last readable record of every key. Fed by one reader of the
 * directory topic; read by any thread.
 *
 * <p>A record without a value ends its key. One that cannot be read, or stands under another key
 * than its own, stops nobody: it is put aside, at most {@value #MOST_ASIDE} of them, what its key
 * said before goes on to hold, and it is tried again whenever a schema is learned. One of a kind
 * that only newer programs know is passed over in the same way, and told apart. Never throws.
 */
final class ReadDirectory implements Supplier<NetworkDirectory> {

  /** A directory has a few hundred keys; more that cannot be read are counted no further. */
  private static final int MOST_ASIDE = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(ReadDirectory.class);

  private final Codec codec;
  private final Map<String, byte[]> aside = new LinkedHashMap<>();
  private final Set<String> ofNewerKind = new TreeSet<>();
  private volatile NetworkDirectory snapshot = NetworkDirectory.EMPTY;
  private volatile Set<String> unreadable = Set.of();
  private volatile Set<String> newer = Set.of();

  /** Nothing read yet; what it learns of newer schemas it teaches this codec. */
  ReadDirectory(Codec codec) {
    this.codec = codec;
  }

  /** The directory as read so far. */
  @Override
  public NetworkDirectory get() {
    return snapshot;
  }

  /** The keys whose newest record cannot be read; what they said before holds. */
  Set<String> unreadableKeys() {
    return unreadable;
  }

  /** The keys whose newest record is of a kind that this program does not know. */
  Set<String> newerKeys() {
    return newer;
  }

  /** Takes in the next record of the topic. */
  synchronized void read(byte @Nullable [] key, byte @Nullable [] value) {
    if (key == null) {
      LOG.warn("a directory record without a key is passed over");
      return;
    }
    String place = new String(key, StandardCharsets.UTF_8);
    if (value == null) {
      settle(place);
      snapshot = snapshot.without(List.of(place));
    } else {
      take(place, value);
    }
    unreadable = Collections.unmodifiableSet(new TreeSet<>(aside.keySet()));
    newer = Collections.unmodifiableSet(new TreeSet<>(ofNewerKind));
  }

  private void take(String place, byte[] value) {
    Decoded decoded = codec.decode(value);
    if (decoded instanceof Decoded.Readable(DirectoryRecord known) && known.key().equals(place)) {
      settle(place);
      snapshot = snapshot.with(List.of(known));
      if (known instanceof SchemaEntry entry) {
        learn(entry);
      }
    } else if (decoded instanceof Decoded.Unreadable(UnreadableReason reason)
        && reason == UnreadableReason.KIND_UNKNOWN) {
      passOver(place);
    } else if (aside.containsKey(place) || aside.size() < MOST_ASIDE) {
      ofNewerKind.remove(place);
      if (aside.put(place, value) == null) {
        LOG.warn("a directory record cannot be read; what its key said before holds");
      }
    }
  }

  private void settle(String place) {
    aside.remove(place);
    ofNewerKind.remove(place);
  }

  private void passOver(String place) {
    settle(place);
    if (ofNewerKind.size() < MOST_ASIDE) {
      ofNewerKind.add(place);
      LOG.info("a directory record is of a newer kind; this program goes on without it");
    }
  }

  private void learn(SchemaEntry entry) {
    if (!codec.learn(entry)) {
      LOG.warn("schema {} is of a newer program and cannot be read by this one", entry.id());
    } else if (!aside.isEmpty()) {
      Map<String, byte[]> again = Map.copyOf(aside);
      again.forEach(this::take);
    }
  }
}
