package jp.tsunagu.connector.dossier;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the thousand entries that were used last. For one thread at a time. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1;
  private static final int KEPT = 1_000;

  Recent() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > KEPT;
  }
}
