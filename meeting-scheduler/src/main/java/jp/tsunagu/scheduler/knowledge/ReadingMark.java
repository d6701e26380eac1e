package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Up to which moment the ledger is known, exactly.
 *
 * <p>In rounds: note the moment; one round later, when everything decided at that moment stands in
 * the ledger, ask for its end offsets, transactions that are still open included; once the follower
 * has read past them, everything recorded up to that moment is known.
 */
final class ReadingMark implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final FollowedTopic ledger;
  private final Admin admin;
  private final Clock clock;
  private final Duration settling;
  private final SteadyWork rounds = new SteadyWork("ledger-mark", this::round);
  private @Nullable Instant noted;
  private @Nullable Target target;
  private volatile Instant readUpTo = Instant.MIN;

  private record Target(Instant moment, Map<TopicPartition, Long> ends) {}

  /**
   * A mark that has not begun.
   *
   * @param settling how long what was decided at one moment may take to stand in the ledger
   */
  ReadingMark(FollowedTopic ledger, Admin admin, Clock clock, Duration settling) {
    this.ledger = ledger;
    this.admin = admin;
    this.clock = clock;
    this.settling = settling;
  }

  void start() {
    rounds.start();
  }

  Instant readUpTo() {
    return readUpTo;
  }

  private Duration round() throws ExecutionException, InterruptedException, TimeoutException {
    Target wanted = target;
    if (wanted != null && ledger.hasRead(wanted.ends())) {
      readUpTo = wanted.moment();
      target = null;
    }
    if (target == null && noted != null && ledger.isCaughtUp()) {
      target = new Target(noted, ends());
    }
    noted = clock.instant();
    return settling;
  }

  private Map<TopicPartition, Long> ends()
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked =
        ledger.partitions().stream()
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
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
    rounds.close();
  }
}
