package jp.tsunagu.connector.outbox.kafka;

import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.contract.directory.NetworkDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for a recipient's key. They are tried again whenever the directory is another
 * than when they were tried last. Used by the relay's thread only, so that nothing is held with an
 * old directory after it was released for the new one.
 */
final class HeldCommands {

  private final AgencyDatabase database;
  private final OutboxQueue queue;
  private final CurrentDirectory directory;
  private @Nullable NetworkDirectory triedWith;

  HeldCommands(AgencyDatabase database, OutboxQueue queue, CurrentDirectory directory) {
    this.database = database;
    this.queue = queue;
    this.directory = directory;
  }

  @SuppressWarnings("ReferenceEquality") // another snapshot object is another directory
  void releaseIfDirectoryChanged() {
    NetworkDirectory current = directory.snapshot();
    if (current != triedWith) {
      queue.releaseHeld(database);
      triedWith = current;
    }
  }
}
