package jp.tsunagu.connector.outbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.agency.StopSign;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.transaction.TransactionException;

/**
 * Sends the outbox of one agency as long as the process runs: woken at once, looking by itself only
 * now and then. Whatever fails is tried again; nothing is given up.
 */
final class Relay implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final AgencyDatabase database;
  private final Signal signal;
  private final Pace pace;
  private final HeldCommands held;
  private final Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers;
  private final Function<Producer<byte[], byte[]>, Sender> senders;
  private final StopSign stop = new StopSign();
  private volatile @Nullable DefaultKafkaProducerFactory<byte[], byte[]> inUse;

  Relay(
      AgencyDatabase database,
      Signal signal,
      Pace pace,
      HeldCommands held,
      Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers,
      Function<Producer<byte[], byte[]>, Sender> senders) {
    this.database = database;
    this.signal = signal;
    this.pace = pace;
    this.held = held;
    this.makers = makers;
    this.senders = senders;
  }

  @Override
  public void run() {
    try (Lease lease = database.lease("outbox")) {
      while (!stop.isRaised()) {
        work(lease);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the outbox could not be given back", database.agency());
    }
  }

  private void work(Lease lease) throws InterruptedException {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = makers.get();
    try {
      inUse = producers;
      Sender sender = senders.apply(producers.createProducer());
      while (!stop.isRaised()) {
        sendOrWait(lease, sender);
      }
    } catch (ExecutionException | KafkaException | SQLException e) {
      failed(e);
    } catch (DataAccessException | TransactionException | IllegalStateException e) {
      failed(e);
    } finally {
      producers.destroy();
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

  private void failed(Exception e) {
    if (!stop.isRaised()) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.warn(
          "{}: sending failed and is tried again: {}",
          database.agency(),
          cause.getClass().getSimpleName());
      stop.rest(PAUSE_AFTER_FAILURE);
    }
  }

  @Override
  public void stop() {
    stop.raise();
    signal.raise();
  }

  /** What the broker has not confirmed stays unmarked and is sent again after the next start. */
  @Override
  public void abort() {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = inUse;
    if (producers != null) {
      producers.destroy();
    }
  }
}
