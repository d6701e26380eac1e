package jp.tsunagu.connector.outbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Sends the outbox of one agency as long as the process runs: woken at once, looking by itself only
 * now and then. Whatever fails is tried again; nothing is given up.
 */
final class Relay implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);

  /**
   * Two batches begin so far apart at least, unless one is full: what comes where nothing came
   * lately is sent at once, what comes faster is sent together.
   */
  private static final Duration APART = Duration.ofMillis(10);

  private final AgencyDatabase database;
  private final Signal signal;
  private final HeldCommands held;
  private final Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers;
  private final Function<Producer<byte[], byte[]>, Sender> senders;
  private final Lease lease;
  private @Nullable Sender sender;
  private volatile @Nullable DefaultKafkaProducerFactory<byte[], byte[]> inUse;

  Relay(
      AgencyDatabase database,
      Signal signal,
      HeldCommands held,
      Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers,
      Function<Producer<byte[], byte[]>, Sender> senders) {
    this.database = database;
    this.signal = signal;
    this.held = held;
    this.makers = makers;
    this.senders = senders;
    this.lease = database.lease("outbox");
  }

  /** Sends what can be sent, or waits for more; after a failure with a new producer. */
  @Override
  public Duration take() throws InterruptedException, ExecutionException, SQLException {
    try {
      return sendOrWait();
    } catch (Throwable failed) {
      abort();
      sender = null;
      throw failed;
    }
  }

  /** Gives how long to rest before the next batch. */
  private Duration sendOrWait() throws InterruptedException, ExecutionException, SQLException {
    long seen = signal.count();
    Sender.Batch sent = Sender.Batch.NOTHING;
    long begun = System.nanoTime();
    if (lease.isHeld()) {
      held.releaseIfDirectoryChanged();
      sent = sender().sendBatch();
    }
    return switch (sent) {
      case NOTHING -> {
        signal.awaitBeyond(seen, LOOK_ANYWAY);
        yield Duration.ZERO;
      }
      case FULL -> Duration.ZERO;
      case ALL -> APART.minusNanos(System.nanoTime() - begun);
    };
  }

  private Sender sender() {
    Sender current = sender;
    if (current == null) {
      DefaultKafkaProducerFactory<byte[], byte[]> producers = makers.get();
      inUse = producers;
      current = senders.apply(producers.createProducer());
      sender = current;
    }
    return current;
  }

  @Override
  public void wake() {
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

  @Override
  public void close() {
    abort();
    try {
      lease.close();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the outbox could not be given back", database.agency());
    }
  }
}
