package jp.tsunagu.connector.outbox.kafka;

import java.util.Map;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.TrustedKeys;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.contract.directory.KeyChain;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for a recipient's key. They are tried again whenever the directory, or what
 * the agency believes of it, is another than when they were tried last. Used by the relay's thread
 * only, so that nothing is held with an old directory after it was released for the new one.
 */
final class HeldCommands {

  private final AgencyDatabase database;
  private final OutboxQueue queue;
  private final CurrentDirectory directory;
  private final TrustedKeys trusted;
  private @Nullable NetworkDirectory triedWith;
  private @Nullable Map<AgencyId, KeyChain> believed;

  HeldCommands(
      AgencyDatabase database, OutboxQueue queue, CurrentDirectory directory, TrustedKeys trusted) {
    this.database = database;
    this.queue = queue;
    this.directory = directory;
    this.trusted = trusted;
  }

  @SuppressWarnings("ReferenceEquality") // another snapshot object is another directory
  void releaseIfDirectoryChanged() {
    NetworkDirectory current = directory.snapshot();
    Map<AgencyId, KeyChain> now = trusted.of(database.agency());
    if (current != triedWith || !now.equals(believed)) {
      queue.releaseHeld(database);
      triedWith = current;
      believed = now;
    }
  }
}
