package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.topic.RestoredOffsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * An inbox topic that may have been restored from a backup since it was read: what this agency has
 * had of it and the broker has not any more. Asks the broker for single records, of which it halves
 * the rest each time.
 */
final class RestoredInbox {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

  /** Of what one partition keeps; a network that lost more is made anew. */
  private static final int MOST = 1 << 20;

  private final AgencyDatabase database;
  private final Consumer<byte[], byte[]> consumer;

  RestoredInbox(AgencyDatabase database, Consumer<byte[], byte[]> consumer) {
    this.database = database;
    this.consumer = consumer;
  }

  /**
   * A restored partition.
   *
   * @param firstLost the first record that this agency has had and the broker has not; none where
   *     the broker has all of them
   * @param goesOnAt where it is read on
   */
  record Found(TopicPartition partition, Optional<Long> firstLost, long goesOnAt) {}

  /** What became of this partition; empty where it was not restored since. */
  Optional<Found> look(TopicPartition partition, long place) {
    long earliest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    if (place < earliest) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    long next = next(partition, place).map(ConsumerRecord::offset).orElseGet(() -> at(partition));
    if (!RestoredOffsets.mayLieBetween(place, next)) {
      return Optional.empty();
    }
    return Optional.of(new Found(partition, firstLost(partition, earliest, place), next));
  }

  /** The last of what it has, it has with everything before it. */
  private Optional<Long> firstLost(TopicPartition partition, long earliest, long place) {
    List<Long> had = had(partition, earliest, place);
    int known = 0;
    int unknown = had.size();
    while (known < unknown) {
      int middle = (known + unknown) >>> 1;
      if (isThere(partition, had.get(middle))) {
        known = middle + 1;
      } else {
        unknown = middle;
      }
    }
    return known < had.size() ? Optional.of(had.get(known)) : Optional.empty();
  }

  private List<Long> had(TopicPartition partition, long earliest, long place) {
    return database
        .jdbc()
        .sql(
            """
            select kafka_offset from inbox
            where kafka_partition = :partition and kafka_offset >= :earliest
              and kafka_offset < :place
            order by kafka_offset desc limit :most
            """)
        .param("partition", partition.partition())
        .param("earliest", earliest)
        .param("place", place)
        .param("most", MOST)
        .query(Long.class)
        .list()
        .stream()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private boolean isThere(TopicPartition partition, long offset) {
    return next(partition, offset).filter(record -> record.offset() == offset).isPresent();
  }

  /** The first record at this place or behind it; empty where none is there yet. */
  private Optional<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition, long offset) {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    consumer.seek(partition, offset);
    long began = System.nanoTime();
    while (at(partition) < end) {
      List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
      if (!records.isEmpty()) {
        return Optional.of(records.getFirst());
      }
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        throw new TimeoutException("the broker does not tell what stands in the inbox");
      }
    }
    return Optional.empty();
  }

  private long at(TopicPartition partition) {
    return consumer.position(partition);
  }
}
