package jp.tsunagu.connector.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The snapshot that is kept up to date by who follows the directory topic. */
@Component
final class LiveDirectory implements CurrentDirectory {

  private final DirectoryStore store;
  private final HostedAgencies agencies;
  private final ObjectProvider<DirectoryListener> listeners;
  private final Map<String, DirectoryRecord> records = new HashMap<>();
  private volatile NetworkDirectory snapshot = NetworkDirectory.EMPTY;
  private boolean told = true;

  LiveDirectory(
      DirectoryStore store, HostedAgencies agencies, ObjectProvider<DirectoryListener> listeners) {
    this.store = store;
    this.agencies = agencies;
    this.listeners = listeners;
    store.load().forEach(record -> records.put(record.key(), record));
    snapshot = NetworkDirectory.EMPTY.with(records.values());
  }

  @Override
  public NetworkDirectory snapshot() {
    return snapshot;
  }

  /**
   * Takes over what the whole topic says: what it does not hold any more is gone. If it fails half
   * way, the same again does the rest.
   *
   * @param unreadable keys whose newest record cannot be read: what they said before holds
   */
  synchronized void takeOver(NetworkDirectory read, Set<String> unreadable) {
    List<DirectoryRecord> changed =
        read.records().values().stream()
            .filter(record -> !record.equals(records.get(record.key())))
            .toList();
    List<String> gone =
        records.keySet().stream()
            .filter(key -> !read.records().containsKey(key) && !unreadable.contains(key))
            .toList();
    if (!changed.isEmpty() || !gone.isEmpty()) {
      keep(changed, gone);
    }
    if (!told) {
      tell();
      told = true;
    }
  }

  /** What fails for one agency does not keep the others from it; in the end it is the failure. */
  private void tell() {
    RuntimeException failure = null;
    for (DirectoryListener listener : listeners.orderedStream().toList()) {
      for (HostedAgency hosted : agencies.all()) {
        try {
          listener.directoryChanged(hosted.id(), snapshot);
        } catch (RuntimeException failed) {
          if (failure == null) {
            failure = failed;
          } else {
            failure.addSuppressed(failed);
          }
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void keep(List<DirectoryRecord> changed, List<String> gone) {
    store.save(changed);
    store.remove(gone);
    changed.forEach(record -> records.put(record.key(), record));
    gone.forEach(records::remove);
    snapshot = NetworkDirectory.EMPTY.with(records.values());
    told = false;
  }
}
