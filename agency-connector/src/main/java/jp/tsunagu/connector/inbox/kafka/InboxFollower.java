package jp.tsunagu.connector.inbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Follows the inbox of one agency as long as the process runs; starts over after any failure. */
final class InboxFollower implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(InboxFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AgencyDatabase database;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Function<Consumer<byte[], byte[]>, InboxReader> readers;

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
      while (!Thread.currentThread().isInterrupted()) {
        follow(lease);
        new Signal().awaitBeyond(0, PAUSE);
      }
    } catch (InterruptedException | InterruptException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the inbox could not be given back", database.agency());
    }
  }

  private void follow(Lease lease) {
    try {
      if (lease.isHeld()) {
        read(lease);
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException | DataAccessException | TransactionException e) {
      failed(e);
    } catch (SQLException e) {
      failed(e);
    }
  }

  private void read(Lease lease) throws SQLException {
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      InboxReader reader = readers.apply(consumer);
      reader.open();
      while (!Thread.currentThread().isInterrupted() && lease.isHeld()) {
        reader.round();
      }
    }
  }

  private void failed(Exception e) {
    LOG.warn(
        "{}: reading the inbox failed and is tried again: {}",
        database.agency(),
        e.getClass().getSimpleName());
  }
}
