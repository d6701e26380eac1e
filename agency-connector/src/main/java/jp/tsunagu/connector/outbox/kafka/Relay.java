package jp.tsunagu.connector.outbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends the outbox of one agency as long as the process runs: woken at once, looking by itself only
 * now and then. Whatever fails is tried again; nothing is given up.
 */
final class Relay implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final AgencyDatabase database;
  private final Signal signal;
  private final Pace pace;
  private final HeldCommands held;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Function<Producer<byte[], byte[]>, Sender> senders;

  Relay(
      AgencyDatabase database,
      Signal signal,
      Pace pace,
      HeldCommands held,
      Supplier<Producer<byte[], byte[]>> producers,
      Function<Producer<byte[], byte[]>, Sender> senders) {
    this.database = database;
    this.signal = signal;
    this.pace = pace;
    this.held = held;
    this.producers = producers;
    this.senders = senders;
  }

  @Override
  public void run() {
    try (Lease lease = database.lease("outbox")) {
      while (!Thread.currentThread().isInterrupted()) {
        work(lease);
      }
    } catch (InterruptedException | InterruptException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the outbox could not be given back", database.agency());
    }
  }

  private void work(Lease lease) throws InterruptedException {
    Producer<byte[], byte[]> producer = producers.get();
    try {
      Sender sender = senders.apply(producer);
      while (!Thread.currentThread().isInterrupted()) {
        sendOrWait(lease, sender);
      }
    } catch (InterruptException e) {
      throw e;
    } catch (ExecutionException | KafkaException e) {
      failed(e);
    } catch (DataAccessException | TransactionException | SQLException e) {
      failed(e);
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private void sendOrWait(Lease lease, Sender sender)
      throws InterruptedException, ExecutionException, SQLException {
    long seen = signal.count();
    int sent = 0;
    if (lease.isHeld()) {
      held.releaseIfDirectoryChanged();
      sent = sender.sendBatch(pace.batch());
    }
    if (sent == 0) {
      signal.awaitBeyond(seen, LOOK_ANYWAY);
    } else {
      pace.after(sent);
    }
  }

  private void failed(Exception e) throws InterruptedException {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    LOG.warn(
        "{}: sending failed and is tried again: {}",
        database.agency(),
        cause.getClass().getSimpleName());
    new Signal().awaitBeyond(0, PAUSE_AFTER_FAILURE);
  }
}
