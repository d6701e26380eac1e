package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Referrals from an agency's system through its connector, the broker, the gateway and the broker
 * again until another agency's system reads them from its connector's stream.
 */
final class WholePath {
  private static final Logger log = LoggerFactory.getLogger(WholePath.class);
  private static final int AT_ONCE = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final AgencyClient sender;
  private final Inboxes inboxes;
  private final AtomicInteger notTaken = new AtomicInteger();

  WholePath(AgencyClient sender, Inboxes inboxes) {
    this.sender = sender;
    this.inboxes = inboxes;
  }

  /**
   * Until the last one is visible at its receiver. Where they go as fast as possible, 32 requests
   * are under way at once.
   */
  Latencies run(Work work, Pacing pacing) throws TimeoutException {
    var latencies = new Latencies(work.referrals().size());
    var places = new Semaphore(pacing.isAsFastAsPossible() ? AT_ONCE : Integer.MAX_VALUE);
    inboxes.expect(numbers(work), latencies);
    notTaken.set(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      pacing.run(
          latencies,
          index -> {
            places.acquireUninterruptibly();
            threads.execute(() -> submit(work.referrals().get(index), places));
          });
    }
    BoundedWait.until(
        "the last referral",
        PATIENCE,
        () -> latencies.seenCount() + notTaken.get() >= latencies.count());
    return latencies;
  }

  /** Until the last one is stored by its sender's connector. */
  Latencies submit(Work work) {
    var latencies = new Latencies(work.referrals().size());
    var places = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Pacing.ALL_AT_ONCE.run(
          latencies,
          index -> {
            places.acquireUninterruptibly();
            threads.execute(
                () -> {
                  submit(work.referrals().get(index), places);
                  latencies.seen(index);
                });
          });
    }
    return latencies;
  }

  private static Map<String, Integer> numbers(Work work) {
    var index = new AtomicInteger();
    var numbers = new HashMap<String, Integer>();
    work.referrals().forEach(referral -> numbers.put(referral.key(), index.getAndIncrement()));
    return numbers;
  }

  private void submit(Work.Referral referral, Semaphore places) {
    try {
      var reply = sender.submit(referral.form());
      if (!reply.isSuccess()) {
        notTaken.incrementAndGet();
        log.warn("{} was not taken: {}", referral, reply);
      }
    } finally {
      places.release();
    }
  }
}
