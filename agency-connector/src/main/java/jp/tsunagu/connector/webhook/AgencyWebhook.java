package jp.tsunagu.connector.webhook;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import jp.tsunagu.connector.agency.Webhook;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Lease;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due for one agency's system: one case in order, several cases side by side. Of all
 * processes only the one that holds the lease posts.
 */
final class AgencyWebhook implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AgencyWebhook.class);
  private static final int PAGE = 200;

  private final AgencyId agency;
  private final Lease lease;
  private final Webhook webhook;
  private final Deliveries deliveries;
  private final Posting posting;
  private final Backoff backoff;
  private final int attempts;
  private final Clock clock;

  AgencyWebhook(
      AgencyDatabase database,
      Signal news,
      Webhook webhook,
      Deliveries deliveries,
      Posting posting,
      Backoff backoff,
      int attempts,
      Clock clock) {
    this.agency = database.agency();
    this.lease = database.lease("webhook", news);
    this.webhook = webhook;
    this.deliveries = deliveries;
    this.posting = posting;
    this.backoff = backoff;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Sends what is due; nothing if there was nothing.
   *
   * @throws InterruptedException when the sending thread is asked to end
   * @throws SQLException when the database cannot be asked for the lease
   */
  Optional<Duration> sendDue(ExecutorService threads, Semaphore places)
      throws InterruptedException, SQLException {
    return lease.isHeldOrTold() && sendAll(threads, places)
        ? Optional.of(Duration.ZERO)
        : Optional.empty();
  }

  private boolean sendAll(ExecutorService threads, Semaphore places) throws InterruptedException {
    List<Delivery> due = deliveries.due(agency, Delivery.Channel.WEBHOOK, clock.instant(), PAGE);
    Map<Object, List<Delivery>> byCase = new LinkedHashMap<>();
    for (Delivery delivery : due) {
      Object lane = delivery.item().caseId().<Object>map(id -> id).orElse(delivery.id());
      byCase.computeIfAbsent(lane, _ -> new ArrayList<>()).add(delivery);
    }
    List<Callable<Boolean>> work = new ArrayList<>();
    byCase.values().forEach(lane -> work.add(() -> inOrder(lane, places)));
    for (Future<Boolean> done : threads.invokeAll(work)) {
      finish(done);
    }
    return !due.isEmpty();
  }

  @Override
  public void close() {
    try {
      lease.close();
    } catch (SQLException e) {
      LOG.warn("{}: the lease of the webhook could not be given back", agency);
    }
  }

  private void finish(Future<Boolean> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException failed) {
      LOG.error("news could not be passed on to the system of {}", agency, failed.getCause());
    }
  }

  /** What failed holds back the rest of its case. */
  private boolean inOrder(List<Delivery> lane, Semaphore places) throws InterruptedException {
    places.acquire();
    try {
      for (Delivery delivery : lane) {
        if (!send(delivery)) {
          return false;
        }
      }
      return true;
    } finally {
      places.release();
    }
  }

  private boolean send(Delivery delivery) throws InterruptedException {
    Optional<String> failure = posting.post(webhook, delivery.item());
    Instant now = clock.instant();
    if (failure.isEmpty()) {
      deliveries.delivered(agency, delivery.id(), now);
      return true;
    }
    int failures = delivery.attempts() + 1;
    if (failures >= attempts) {
      deliveries.dead(agency, delivery.id(), now, failure.get());
      LOG.warn("delivery {} of {} is dead: {}", delivery.id(), agency, failure.get());
    } else {
      deliveries.failed(agency, delivery.id(), now.plus(backoff.after(failures)), failure.get());
    }
    return false;
  }
}
