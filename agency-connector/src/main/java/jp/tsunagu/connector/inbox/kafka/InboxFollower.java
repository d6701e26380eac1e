package jp.tsunagu.connector.inbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.StopSign;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Follows the inbox of one agency as long as the process runs; starts over after any failure. */
final class InboxFollower implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AgencyDatabase database;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Function<Consumer<byte[], byte[]>, InboxReader> readers;
  private final StopSign stop = new StopSign();
  private volatile @Nullable Consumer<byte[], byte[]> inUse;

  InboxFollower(
      AgencyDatabase database,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Function<Consumer<byte[], byte[]>, InboxReader> readers) {
    this.database = database;
    this.consumers = consumers;
    this.readers = readers;
  }

  @Override
  public void run() {
    try (Lease lease = database.lease("inbox")) {
      while (!stop.isRaised()) {
        follow(lease);
        stop.rest(PAUSE);
      }
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the inbox could not be given back", database.agency());
    }
  }

  private void follow(Lease lease) {
    try {
      if (lease.isHeld()) {
        read(lease);
      }
    } catch (KafkaException | DataAccessException | TransactionException | SQLException e) {
      if (!stop.isRaised()) {
        LOG.warn(
            "{}: reading the inbox failed and is tried again: {}",
            database.agency(),
            e.getClass().getSimpleName());
      }
    }
  }

  private void read(Lease lease) throws SQLException {
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      inUse = consumer;
      InboxReader reader = readers.apply(consumer);
      reader.open();
      while (!stop.isRaised() && lease.isHeld()) {
        reader.round();
      }
    } finally {
      inUse = null;
    }
  }

  @Override
  public void stop() {
    stop.raise();
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
}
