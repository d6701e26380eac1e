package jp.tsunagu.gateway.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of the topology. Their names are part of changelog topics: they never change. */
final class Stores {

  /** The full state of every case by case id; the gateway's alone. */
  static final String CASES = "cases";

  /** What became of every command, for 60 days, and when each case must be looked at next. */
  static final String MEMORY = "memory";

  /** The public keys of every agency. */
  static final String KEYS = "keys";

  /** How many case numbers each task has given, by year. */
  static final String NUMBERS = "numbers";

  /** Small segments: what was written over is gone soon, and a restart reads little of it. */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(16 << 20),
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          "0.1",
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(2 << 20));

  /** The register (社会資源, 地域課題), who took which place of it, and who noticed what. */
  static final String REGISTER = "register";

  private Stores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(CASES, Serdes.String()),
        store(MEMORY, Serdes.Bytes()),
        store(KEYS, Serdes.String()),
        store(NUMBERS, Serdes.String()),
        store(REGISTER, Serdes.String()));
  }

  private static <K> StoreBuilder<KeyValueStore<K, byte[]>> store(String name, Serde<K> key) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            key,
            Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(CHANGELOG);
  }
}
