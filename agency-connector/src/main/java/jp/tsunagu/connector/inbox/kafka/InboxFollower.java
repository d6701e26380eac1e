package jp.tsunagu.connector.inbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import jp.tsunagu.connector.inbox.HeldInbox;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the inbox of one agency as long as the process runs; starts over after any failure. */
final class InboxFollower implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);

  private final AgencyDatabase database;
  private final SharedConsumer shared;
  private final Function<OwnPart, InboxReader> readers;
  private final Signal arrived = new Signal();
  private final Lease lease;
  private final Asking asking = new Asking(arrived);
  private @Nullable InboxReader reader;
  private @Nullable OwnPart part;
  private long term;

  InboxFollower(
      AgencyDatabase database, SharedConsumer shared, Function<OwnPart, InboxReader> readers) {
    this.database = database;
    this.shared = shared;
    this.readers = readers;
    this.lease = database.lease(HeldInbox.LEASE, arrived);
  }

  /** Reads once; after a failure, or once the lease is back, it starts over from the database. */
  @Override
  public Duration take() throws Exception {
    try {
      InboxReader current = reader;
      return current == null ? asking.once(this::beginIfOurs) : goOn(current);
    } catch (Throwable failed) {
      startOver();
      throw failed;
    }
  }

  private Optional<Duration> beginIfOurs() throws SQLException, InterruptedException {
    if (!lease.isHeld()) {
      return Optional.empty();
    }
    term = lease.term();
    OwnPart fresh = new OwnPart(shared, arrived);
    part = fresh;
    InboxReader opened = readers.apply(fresh);
    opened.open();
    reader = opened;
    return Optional.of(Duration.ZERO);
  }

  /** Where there is nothing to do, nobody need be asked whether it is ours to do. */
  private Duration goOn(InboxReader current) throws SQLException, InterruptedException {
    OwnPart.News came = current.await();
    if (!current.hasNothingToDo(came) && !(lease.isHeld() && lease.term() == term)) {
      startOver();
      return Duration.ZERO;
    }
    return current.round(came);
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
