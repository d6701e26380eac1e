package jp.tsunagu.stats.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import jp.tsunagu.stats.figure.FigureRules;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** How far a partition of the ledger was taken in, and by which rules its figures were counted. */
public final class Progress {

  private static final String RULES = "rules";

  private Progress() {}

  /** The offset of the last event of this partition that was taken in; -1 before the first. */
  public static long lastOffset(ReadOnlyKeyValueStore<String, byte[]> store, int partition) {
    byte[] stored = store.get(offsetKey(partition));
    return stored == null ? -1 : ByteBuffer.wrap(stored).getLong();
  }

  static void setLastOffset(KeyValueStore<String, byte[]> store, int partition, long offset) {
    store.put(offsetKey(partition), ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
  }

  /** Whether the figures here were counted by these rules; before the first event any will do. */
  static boolean countedBy(KeyValueStore<String, byte[]> store, FigureRules rules) {
    byte @Nullable [] stored = store.get(RULES);
    return stored != null && Arrays.equals(stored, RulesPrint.of(rules));
  }

  static void setRules(KeyValueStore<String, byte[]> store, FigureRules rules) {
    store.put(RULES, RulesPrint.of(rules));
  }

  private static String offsetKey(int partition) {
    return "offset/" + partition;
  }
}
