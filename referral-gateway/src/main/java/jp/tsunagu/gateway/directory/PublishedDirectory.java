package jp.tsunagu.gateway.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory as it stands on its topic: the last record of every key. Fed by {@link
 * DirectoryReader}; read by any thread.
 */
public final class PublishedDirectory implements Supplier<NetworkDirectory> {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedDirectory.class);

  private final Codec codec;
  private final Map<String, DirectoryRecord> records = new HashMap<>();
  private volatile NetworkDirectory snapshot = NetworkDirectory.EMPTY;

  /** A directory with nothing in it yet. */
  public PublishedDirectory(Codec codec) {
    this.codec = codec;
  }

  /** The directory as read so far. */
  @Override
  public NetworkDirectory get() {
    return snapshot;
  }

  /** All records by key, as read so far. */
  public synchronized Map<String, DirectoryRecord> records() {
    return Map.copyOf(records);
  }

  /** Takes in a record of the topic; without a value its key is gone. */
  public synchronized void read(String key, byte @Nullable [] value) {
    if (value == null) {
      records.remove(key);
    } else if (codec.decode(value) instanceof Decoded.Readable(DirectoryRecord known)) {
      records.put(key, known);
      learn(known);
    } else {
      LOG.warn("directory record {} cannot be read and is passed over", key);
    }
    snapshot = NetworkDirectory.EMPTY.with(records.values());
  }

  private void learn(DirectoryRecord known) {
    if (known instanceof SchemaEntry entry) {
      codec.learn(entry);
    }
  }
}
