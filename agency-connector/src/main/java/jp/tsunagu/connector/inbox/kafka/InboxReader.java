package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.inbox.TakenIn;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an inbox topic from the places in the database on; the new place is stored in the
 * transaction of what was read. Used by one thread; after any exception a new one starts over from
 * the database.
 */
final class InboxReader {

  private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final HostedAgency agency;
  private final AgencyDatabase database;
  private final Intake intake;
  private final Alarms alarms;
  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Runnable news;
  private final Map<TopicPartition, Long> places = new HashMap<>();
  private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

  private record Waiting(Alarm.Kind reason, long nextTryNanos) {}

  InboxReader(
      HostedAgency agency,
      AgencyDatabase database,
      Intake intake,
      Alarms alarms,
      Consumer<byte[], byte[]> consumer,
      String topic,
      Runnable news) {
    this.agency = agency;
    this.database = database;
    this.intake = intake;
    this.alarms = alarms;
    this.consumer = consumer;
    this.topic = topic;
    this.news = news;
  }

  /** Takes up every partition where it was left; a partition never read begins at its earliest. */
  void open() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<Integer, Long> stored = InboxPlaces.all(database);
    for (TopicPartition partition : partitions) {
      Long place = stored.get(partition.partition());
      if (place == null) {
        beginAtEarliest(partition);
      } else {
        consumer.seek(partition, place);
        places.put(partition, place);
        if (alarms.stands(database, Alarm.Kind.RETENTION_LOST, partition.partition())) {
          await(partition, Alarm.Kind.RETENTION_LOST);
        }
      }
    }
  }

  private void beginAtEarliest(TopicPartition partition) {
    long earliest =
        Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
    consumer.seek(partition, earliest);
    InboxPlaces.save(database, partition.partition(), earliest);
    places.put(partition, earliest);
  }

  /** Reads once: takes in what came and tries again what waits. */
  void round() {
    try {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      polled.partitions().forEach(partition -> take(partition, polled.records(partition)));
      if (!polled.isEmpty()) {
        news.run();
      }
    } catch (OffsetOutOfRangeException e) {
      e.offsetOutOfRangePartitions().forEach(this::lost);
    }
    passMarkers();
    tryWaitingAgain();
  }

  private void lost(TopicPartition partition, long offset) {
    alarms.raise(database, Alarm.Kind.RETENTION_LOST, partition.partition(), offset);
    await(partition, Alarm.Kind.RETENTION_LOST);
  }

  private void take(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      takeTogether(partition, records, consumer.position(partition));
    } catch (RuntimeException e) {
      Failures.rethrowIfTemporary(e);
      LOG.warn("{}: taken in one by one after {}", agency.id(), e.getClass().getSimpleName());
      oneByOne(partition, records);
    }
  }

  private void oneByOne(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        takeTogether(partition, List.of(record), record.offset() + 1);
      } catch (RuntimeException e) {
        Failures.rethrowIfTemporary(e);
        LOG.error(
            "{}: partition {} offset {} cannot be taken in: {}",
            agency.id(),
            partition.partition(),
            record.offset(),
            Failures.describe(e));
        stopAt(record, Alarm.Kind.INTAKE_FAILING);
      }
      if (waiting.containsKey(partition)) {
        return;
      }
    }
  }

  private void takeTogether(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
    Optional<ConsumerRecord<byte[], byte[]>> stuck =
        database.inTransaction(() -> takeInTransaction(partition, records, next));
    places.put(partition, stuck.map(ConsumerRecord::offset).orElse(next));
    stuck.ifPresent(record -> stopAt(record, Alarm.Kind.SCHEMA_UNKNOWN));
  }

  private Optional<ConsumerRecord<byte[], byte[]>> takeInTransaction(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byte[] content = record.value() == null ? new byte[0] : record.value();
      TakenIn taken =
          intake.take(agency, database, partition.partition(), record.offset(), content);
      if (taken instanceof TakenIn.Waits) {
        InboxPlaces.save(database, partition.partition(), record.offset());
        return Optional.of(record);
      }
    }
    InboxPlaces.save(database, partition.partition(), next);
    return Optional.empty();
  }

  private void stopAt(ConsumerRecord<byte[], byte[]> record, Alarm.Kind reason) {
    TopicPartition partition = new TopicPartition(topic, record.partition());
    alarms.raise(database, reason, record.partition(), record.offset());
    consumer.seek(partition, record.offset());
    places.put(partition, record.offset());
    await(partition, reason);
  }

  private void await(TopicPartition partition, Alarm.Kind reason) {
    consumer.pause(List.of(partition));
    waiting.put(partition, new Waiting(reason, System.nanoTime() + TRY_AGAIN.toNanos()));
  }

  /** Markers of transactions move the place on without a record. */
  private void passMarkers() {
    for (TopicPartition partition : consumer.assignment()) {
      long position = waiting.containsKey(partition) ? 0 : consumer.position(partition);
      if (position > places.getOrDefault(partition, 0L)) {
        InboxPlaces.save(database, partition.partition(), position);
        places.put(partition, position);
        settle(partition);
      }
    }
  }

  private void settle(TopicPartition partition) {
    alarms.settle(database, Alarm.Kind.SCHEMA_UNKNOWN, partition.partition());
    alarms.settle(database, Alarm.Kind.INTAKE_FAILING, partition.partition());
  }

  private void tryWaitingAgain() {
    long now = System.nanoTime();
    for (var entry : Map.copyOf(waiting).entrySet()) {
      if (now - entry.getValue().nextTryNanos() >= 0) {
        tryAgain(entry.getKey(), entry.getValue().reason());
      }
    }
  }

  private void tryAgain(TopicPartition partition, Alarm.Kind reason) {
    if (reason != Alarm.Kind.RETENTION_LOST) {
      resume(partition);
    } else if (!alarms.stands(database, reason, partition.partition())) {
      LOG.warn("{}: partition {} goes on with what is left", agency.id(), partition.partition());
      beginAtEarliest(partition);
      resume(partition);
    } else {
      await(partition, reason);
    }
  }

  private void resume(TopicPartition partition) {
    waiting.remove(partition);
    consumer.resume(List.of(partition));
  }
}
