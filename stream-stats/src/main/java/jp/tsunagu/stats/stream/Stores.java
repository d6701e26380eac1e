package jp.tsunagu.stats.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of the topology. Their names are part of changelog topics: they never change. */
public final class Stores {

  /** The facts of every case, by case id. */
  public static final String CASE_FACTS = "case-facts";

  /** The records put aside and those that wait behind them, by case id and number. */
  public static final String WAITING = "waiting";

  /** How far the ledger was taken in. */
  public static final String PROGRESS = "progress";

  /** Small segments: what was written over is gone soon, and a restart reads little of it. */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(16 << 20),
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          "0.1");

  private Stores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(store(CASE_FACTS), store(PROGRESS), store(WAITING));
  }

  /** Cached: within one transaction a key is written to disk and changelog once. */
  private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            Serdes.String(),
            Serdes.ByteArray())
        .withCachingEnabled()
        .withLoggingEnabled(CHANGELOG);
  }
}
