package jp.tsunagu.connector.directory;

import java.time.Duration;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts following the directory before anything else; a start waits for it only for a while. */
@Component
final class DirectoryLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLifecycle.class);

  private final FollowedDirectory directory;
  private final Duration patience;
  private volatile boolean running;

  DirectoryLifecycle(ConnectorProperties properties, FollowedDirectory directory) {
    this.directory = directory;
    this.patience = properties.connector().directoryWait();
  }

  @Override
  public void start() {
    running = true;
    directory.start();
    try {
      if (!directory.awaitCaughtUp(patience)) {
        LOG.warn("the directory could not be read yet; starting with the last snapshot");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    directory.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
