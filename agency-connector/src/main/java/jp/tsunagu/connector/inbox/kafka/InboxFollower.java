package jp.tsunagu.connector.inbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the inbox of one agency as long as the process runs; starts over after any failure. */
final class InboxFollower implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AgencyDatabase database;
  private final SharedConsumer shared;
  private final Function<OwnPart, InboxReader> readers;
  private final Signal arrived = new Signal();
  private final Lease lease;
  private @Nullable InboxReader reader;
  private @Nullable OwnPart part;

  InboxFollower(
      AgencyDatabase database, SharedConsumer shared, Function<OwnPart, InboxReader> readers) {
    this.database = database;
    this.shared = shared;
    this.readers = readers;
    this.lease = database.lease("inbox");
  }

  /** Reads once; after a failure, or once the lease is back, it starts over from the database. */
  @Override
  public Duration take() throws SQLException, InterruptedException {
    try {
      if (!lease.isHeld()) {
        startOver();
        return PAUSE;
      }
      return reader().round();
    } catch (Throwable failed) {
      startOver();
      throw failed;
    }
  }

  private InboxReader reader() throws InterruptedException {
    InboxReader current = reader;
    if (current == null) {
      OwnPart fresh = new OwnPart(shared, arrived);
      part = fresh;
      current = readers.apply(fresh);
      current.open();
      reader = current;
    }
    return current;
  }

  private void startOver() {
    reader = null;
    OwnPart before = part;
    part = null;
    if (before != null) {
      before.end();
    }
  }

  /** Wakes it from waiting for news; what is being taken in is taken in. */
  @Override
  public void wake() {
    arrived.raise();
  }

  /** Nothing more can be done for it than to wait. */
  @Override
  public void abort() {
    arrived.raise();
  }

  @Override
  public void close() {
    startOver();
    try {
      lease.close();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the inbox could not be given back", database.agency());
    }
  }
}
