package jp.tsunagu.scheduler.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what came last, up to a number; what came first is forgotten. Not thread-safe. */
final class Latest<K, V> {

  private final Map<K, V> entries;

  Latest(int most) {
    this.entries =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** What stood there before, which stays. */
  Optional<V> putIfAbsent(K key, V value) {
    return Optional.ofNullable(entries.putIfAbsent(key, value));
  }
}
