package jp.tsunagu.connector.outbox.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.Signal;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the outbox of one agency as long as the process runs: woken at once, {@linkplain Asking
 * looking by itself} more and more rarely. Whatever fails is tried again; nothing is given up.
 */
final class Relay implements Workers.Work {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  /**
   * Two batches begin so far apart at least, unless one is full: what comes where nothing came
   * lately is sent at once, what comes faster is sent together.
   */
  private static final Duration APART = Duration.ofMillis(10);

  private final AgencyDatabase database;
  private final Signal signal;
  private final HeldCommands held;
  private final SharedProducer shared;
  private final Sender sender;
  private final Lease lease;
  private final Asking asking;

  Relay(
      AgencyDatabase database,
      Signal signal,
      HeldCommands held,
      SharedProducer shared,
      Sender sender) {
    this.database = database;
    this.signal = signal;
    this.held = held;
    this.shared = shared;
    this.sender = sender;
    this.lease = database.lease("outbox", signal);
    this.asking = new Asking(signal);
  }

  /** Sends what can be sent, or waits for more; gives how long to rest before the next batch. */
  @Override
  public Duration take() throws Exception {
    return asking.once(this::sendIfAny);
  }

  private Optional<Duration> sendIfAny()
      throws InterruptedException, ExecutionException, SQLException {
    long begun = System.nanoTime();
    if (!lease.isHeldOrTold()) {
      return Optional.empty();
    }
    return switch (send()) {
      case NOTHING -> Optional.empty();
      case FULL -> Optional.of(Duration.ZERO);
      case ALL -> Optional.of(APART.minusNanos(System.nanoTime() - begun));
    };
  }

  private Sender.Batch send() throws InterruptedException, ExecutionException {
    held.releaseIfDirectoryChanged();
    Producer<byte[], byte[]> producer = shared.producer();
    try {
      return sender.sendBatch(producer);
    } catch (Throwable failed) {
      shared.failed(producer, failed);
      throw failed;
    }
  }

  @Override
  public void wake() {
    signal.raise();
  }

  /** What the broker has not confirmed stays unmarked and is sent again after the next start. */
  @Override
  public void abort() {
    shared.close();
  }

  @Override
  public void close() {
    try {
      lease.close();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the outbox could not be given back", database.agency());
    }
  }
}
