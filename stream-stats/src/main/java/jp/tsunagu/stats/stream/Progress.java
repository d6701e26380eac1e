package jp.tsunagu.stats.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** How far a partition of the ledger was taken in, and by which rules its figures were counted. */
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

  /** Whether the figures of this partition were counted by the rules with this print. */
  public static boolean countedBy(
      ReadOnlyKeyValueStore<String, byte[]> store, int partition, String rulesPrint) {
    byte @Nullable [] stored = store.get(rulesKey(partition));
    return stored != null && new String(stored, StandardCharsets.US_ASCII).equals(rulesPrint);
  }

  static void setRules(KeyValueStore<String, byte[]> store, int partition, String rulesPrint) {
    store.put(rulesKey(partition), rulesPrint.getBytes(StandardCharsets.US_ASCII));
  }

  private static String rulesKey(int partition) {
    return "rules/" + partition;
  }

  private static String offsetKey(int partition) {
    return "offset/" + partition;
  }
}
