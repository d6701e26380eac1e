package jp.tsunagu.connector.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The snapshot that is kept up to date by the reader of the directory topic. */
@Component
public final class LiveDirectory implements CurrentDirectory {

  private final DirectoryStore store;
  private final ObjectProvider<DirectoryListener> listeners;
  private final Map<String, DirectoryRecord> records = new HashMap<>();
  private volatile NetworkDirectory snapshot = NetworkDirectory.EMPTY;

  LiveDirectory(DirectoryStore store, ObjectProvider<DirectoryListener> listeners) {
    this.store = store;
    this.listeners = listeners;
    store.load().forEach(record -> records.put(record.key(), record));
    snapshot = NetworkDirectory.EMPTY.with(records.values());
  }

  @Override
  public NetworkDirectory snapshot() {
    return snapshot;
  }

  /** Takes over what was read: newer records, and keys that are gone. */
  public synchronized void apply(Collection<DirectoryRecord> newer, Collection<String> gone) {
    List<DirectoryRecord> changed =
        newer.stream().filter(record -> !record.equals(records.get(record.key()))).toList();
    List<String> removed = gone.stream().filter(records::containsKey).toList();
    if (changed.isEmpty() && removed.isEmpty()) {
      return;
    }
    store.save(changed);
    store.remove(removed);
    changed.forEach(record -> records.put(record.key(), record));
    removed.forEach(records::remove);
    snapshot = NetworkDirectory.EMPTY.with(records.values());
    listeners.orderedStream().forEach(listener -> listener.directoryChanged(snapshot));
  }

  /** After the whole topic was read: drops what the topic does not hold any more. */
  public synchronized void keepOnly(Set<String> keys) {
    Set<String> gone = new HashSet<>(records.keySet());
    gone.removeAll(keys);
    apply(List.of(), gone);
  }
}
