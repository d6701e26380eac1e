package jp.tsunagu.stats.publish;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What stands on one topic, so that only what changed is sent. Safe for all threads. */
final class LastPublished {

  private static final byte[] UNKNOWN = {};

  private final Map<String, byte[]> records = new ConcurrentHashMap<>();

  /** Was read from the topic, or sent to it; empty for a tombstone. */
  void stands(String key, Optional<byte[]> value) {
    value.ifPresentOrElse(bytes -> records.put(key, bytes), () -> records.remove(key));
  }

  /** Nobody knows what stands under this key: it is sent again whatever it is. */
  void isUncertain(String key) {
    records.put(key, UNKNOWN);
  }

  /** What has to be sent so that these records stand there and no others; empty for a tombstone. */
  SortedMap<String, Optional<byte[]>> changesTo(Map<String, byte[]> wanted) {
    SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
    wanted.forEach(
        (key, value) -> {
          if (!Arrays.equals(value, records.get(key))) {
            changes.put(key, Optional.of(value));
          }
        });
    records.keySet().stream()
        .filter(key -> !wanted.containsKey(key))
        .forEach(gone -> changes.put(gone, Optional.empty()));
    return changes;
  }
}
