package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to which moment the ledger is known, exactly.
 *
 * <p>In rounds: note the moment; one round later, when everything decided at that moment stands in
 * the ledger, ask for its end offsets, transactions that are still open included; once the follower
 * has read past them, everything recorded up to that moment is known.
 */
final class ReadingMark implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingMark.class);
  private static final long PATIENCE_SECONDS = 10;

  private final TopicFollower ledger;
  private final Admin admin;
  private final Clock clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("ledger-mark").daemon().unstarted(work));
  private @Nullable Instant noted;
  private @Nullable Target target;
  private volatile Instant readUpTo = Instant.MIN;

  private record Target(Instant moment, Map<TopicPartition, Long> ends) {}

  ReadingMark(TopicFollower ledger, Admin admin, Clock clock) {
    this.ledger = ledger;
    this.admin = admin;
    this.clock = clock;
  }

  ScheduledFuture<?> start(Duration settling) {
    long millis = Math.max(1, settling.toMillis());
    return rounds.scheduleWithFixedDelay(this::safeRound, 0, millis, TimeUnit.MILLISECONDS);
  }

  Instant readUpTo() {
    return readUpTo;
  }

  private void safeRound() {
    try {
      round();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException failed) {
      LOG.warn("the end of the ledger cannot be asked for: {}", failed.toString());
    }
  }

  private void round() throws ExecutionException, InterruptedException, TimeoutException {
    Target wanted = target;
    if (wanted != null && ledger.hasRead(wanted.ends())) {
      readUpTo = wanted.moment();
      target = null;
    }
    if (target == null && noted != null) {
      target = new Target(noted, ends());
    }
    noted = clock.instant();
  }

  private Map<TopicPartition, Long> ends()
      throws ExecutionException, InterruptedException, TimeoutException {
    String topic = ledger.topic();
    TopicDescription described =
        Objects.requireNonNull(
            admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(topic));
    Map<TopicPartition, OffsetSpec> asked =
        described.partitions().stream()
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(topic, each.partition()), _ -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
