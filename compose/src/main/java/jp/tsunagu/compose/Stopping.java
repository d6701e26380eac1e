package jp.tsunagu.compose;

import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.run.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one shutdown hook of the process, so that the order is ours. It is there before the first
 * part is started: a process that is told to stop while it starts leaves nothing running.
 */
final class Stopping {
  private static final Logger log = LoggerFactory.getLogger(Stopping.class);

  private final DataFolder folder;
  private final Console console;
  private final AtomicBoolean begun = new AtomicBoolean();

  Stopping(DataFolder folder, Console console) {
    this.folder = folder;
    this.console = console;
  }

  /** From now on the end of the process stops these parts first. */
  void first(AutoCloseable parts) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts), "tsunagu-shutdown"));
  }

  /** Whether the process has been told to stop: what fails then is no news. */
  boolean hasBegun() {
    return begun.get();
  }

  private void stop(AutoCloseable parts) {
    begun.set(true);
    var since = System.nanoTime();
    console.line("終了しています…");
    try {
      parts.close();
    } catch (Exception failed) {
      log.error("something did not stop", failed);
    }
    EmbeddedDatabase.stopLeftover(folder.database());
    folder.close();
    console.line("終了しました(%.1f 秒)", (System.nanoTime() - since) / 1e9);
  }
}
