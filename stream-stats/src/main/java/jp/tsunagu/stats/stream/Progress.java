package jp.tsunagu.stats.stream;

import java.nio.ByteBuffer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** How far each partition of the ledger was taken in. */
public final class Progress {

  private Progress() {}

  /** The offset of the last event of this partition that was taken in; -1 before the first. */
  public static long lastOffset(ReadOnlyKeyValueStore<String, byte[]> store, int partition) {
    byte[] stored = store.get(offsetKey(partition));
    return stored == null ? -1 : ByteBuffer.wrap(stored).getLong();
  }

  static void setLastOffset(KeyValueStore<String, byte[]> store, int partition, long offset) {
    store.put(offsetKey(partition), ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
  }

  private static String offsetKey(int partition) {
    return "offset/" + partition;
  }
}
