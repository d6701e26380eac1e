package jp.tsunagu.connector.inbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the inbox of one agency as long as the process runs; starts over after any failure. */
final class InboxFollower implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AgencyDatabase database;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Function<Consumer<byte[], byte[]>, InboxReader> readers;
  private final Lease lease;
  private @Nullable InboxReader reader;
  private volatile @Nullable Consumer<byte[], byte[]> inUse;

  InboxFollower(
      AgencyDatabase database,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Function<Consumer<byte[], byte[]>, InboxReader> readers) {
    this.database = database;
    this.consumers = consumers;
    this.readers = readers;
    this.lease = database.lease("inbox");
  }

  /** Reads once; after a failure, or once the lease is back, it starts over from the database. */
  @Override
  public Duration take() throws SQLException {
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

  private InboxReader reader() {
    InboxReader current = reader;
    if (current == null) {
      Consumer<byte[], byte[]> consumer = consumers.get();
      inUse = consumer;
      current = readers.apply(consumer);
      current.open();
      reader = current;
    }
    return current;
  }

  /** The consumer is in no group: its closing does not wait for an answer under way. */
  private void startOver() {
    reader = null;
    Consumer<byte[], byte[]> consumer = inUse;
    inUse = null;
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  @Override
  public void wake() {
    abort();
  }

  /** Wakes it from waiting for the broker; what is being taken in is taken in. */
  @Override
  public void abort() {
    Consumer<byte[], byte[]> consumer = inUse;
    if (consumer != null) {
      consumer.wakeup();
    }
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
