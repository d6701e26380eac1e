package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.compose.waiting.Rest;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Where the topics of the broker end at a moment. */
record TopicEnds(Admin admin) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration STILL = Duration.ofMillis(1500);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** The next offset of each partition of these topics. */
  Map<TopicPartition, Long> of(Predicate<String> topics) {
    try {
      var names =
          admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
              .filter(topics)
              .toList();
      var partitions =
          admin.describeTopics(names).allTopicNames().get().values().stream()
              .flatMap(TopicEnds::partitions)
              .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
      return admin.listOffsets(partitions).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, TopicEnds::offset));
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", exception);
    } catch (ExecutionException exception) {
      throw new IllegalStateException("the broker does not tell its offsets", exception);
    }
  }

  private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> end) {
    return end.getValue().offset();
  }

  /** Waits until nothing has been written to outboxes, inboxes and ledger for 1.5 s. */
  void awaitQuiet() throws TimeoutException {
    var last = new TreeMap<Long, Map<TopicPartition, Long>>();
    BoundedWait.until(
        "silence on the topics",
        PATIENCE,
        () -> {
          Rest.of(BETWEEN_LOOKS);
          var now = of(TopicEnds::movesReferrals);
          if (last.isEmpty() || !last.firstEntry().getValue().equals(now)) {
            last.clear();
            last.put(System.nanoTime(), now);
          }
          return System.nanoTime() - last.firstKey() > STILL.toNanos();
        });
  }

  private static boolean movesReferrals(String topic) {
    return topic.contains(".agency.") || topic.contains(".referral.events.");
  }
}
