package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.waiting.BoundedWait;
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

  /** Referrals per second from the first submission until the last one is visible. */
  double throughput(Work work) throws TimeoutException {
    var count = work.referrals().size();
    var latencies = new Latencies(count);
    var places = new Semaphore(AT_ONCE);
    var start = System.nanoTime();
    submitting(
        work,
        latencies,
        threads -> {
          for (var index = 0; index < count; index++) {
            places.acquireUninterruptibly();
            var referral = work.referrals().get(index);
            threads.execute(
                () -> {
                  submit(referral);
                  places.release();
                });
          }
        });
    return latencies.seenCount() / ((System.nanoTime() - start) / 1e9);
  }

  /** Times at a fixed rate, from when a submission was due until it is visible. */
  Latencies paced(Pacing pacing, Work work) throws TimeoutException {
    var latencies = new Latencies(work.referrals().size());
    submitting(
        work,
        latencies,
        threads ->
            pacing.run(
                latencies, index -> threads.execute(() -> submit(work.referrals().get(index)))));
    return latencies;
  }

  private interface Submitting {
    void with(ExecutorService threads);
  }

  private void submitting(Work work, Latencies latencies, Submitting submitting)
      throws TimeoutException {
    inboxes.expect(numbers(work), latencies);
    notTaken.set(0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      submitting.with(threads);
    }
    BoundedWait.until(
        "the last referral",
        PATIENCE,
        () -> latencies.seenCount() + notTaken.get() >= latencies.count());
  }

  private static Map<String, Integer> numbers(Work work) {
    var index = new AtomicInteger();
    var numbers = new HashMap<String, Integer>();
    work.referrals().forEach(referral -> numbers.put(referral.key(), index.getAndIncrement()));
    return numbers;
  }

  private void submit(Work.Referral referral) {
    var reply = sender.submit(referral.form());
    if (!reply.isSuccess()) {
      notTaken.incrementAndGet();
      log.warn("{} was not taken: {}", referral, reply);
    }
  }
}
