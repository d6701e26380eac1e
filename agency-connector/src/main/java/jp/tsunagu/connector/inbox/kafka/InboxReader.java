package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.HeldInbox.Occasion;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.runtime.broker.GrowingPause;
import jp.tsunagu.runtime.broker.Whereabouts;
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

  /** Far below what an inbox keeps: a place that only markers moved is not lost to retention. */
  private static final long MARKERS_EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  /** What a newer program wrote, or what failed, is tried again more and more rarely. */
  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(60));

  private final AgencyDatabase database;
  private final BatchIntake intake;
  private final Alarms alarms;
  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final Runnable news;
  private final WaitingPartitions waiting;
  private final Map<TopicPartition, Long> places = new HashMap<>();
  private long markersPassedAt = System.nanoTime();
  private long lookedAt = System.nanoTime();
  private long triedAgainAt = System.nanoTime();
  private Duration untilNextTry = pause.next();

  InboxReader(
      AgencyDatabase database,
      BatchIntake intake,
      Alarms alarms,
      Consumer<byte[], byte[]> consumer,
      String topic,
      Runnable news) {
    this.database = database;
    this.intake = intake;
    this.alarms = alarms;
    this.consumer = consumer;
    this.topic = topic;
    this.news = news;
    this.waiting = new WaitingPartitions(consumer);
  }

  /** Takes up every partition where it was left; a partition never read begins at its earliest. */
  void open() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    intake.partitions(partitions.size());
    intake.foldAnew();
    Map<Integer, Long> stored = InboxPlaces.all(database);
    for (TopicPartition partition : partitions) {
      Long place = stored.get(partition.partition());
      if (place == null) {
        beginAtEarliest(partition);
      } else {
        goOn(partition, place);
      }
    }
  }

  private void goOn(TopicPartition partition, long place) {
    consumer.seek(partition, place);
    places.put(partition, place);
    intake.alarmed(partition.partition());
    if (alarms.stands(database, Alarm.Kind.RETENTION_LOST, partition.partition())) {
      waiting.await(partition, Alarm.Kind.RETENTION_LOST);
    }
  }

  private void beginAtEarliest(TopicPartition partition) {
    long earliest =
        Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
    consumer.seek(partition, earliest);
    InboxPlaces.save(database, partition.partition(), earliest);
    places.put(partition, earliest);
  }

  /** Reads once: takes in what came and tries again what waits; gives how long to rest then. */
  Duration round() {
    Duration rest = Duration.ZERO;
    try {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      if (!polled.isEmpty()) {
        long began = System.nanoTime();
        take(batches(polled));
        news.run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        rest = PollRest.after(polled.count(), Consumers.MOST_RECORDS, took);
      }
    } catch (OffsetOutOfRangeException e) {
      e.offsetOutOfRangePartitions().forEach(this::lost);
    }
    passMarkersNowAndThen();
    waiting.due().forEach(this::tryAgain);
    lookAgainNowAndThen();
    return rest;
  }

  private void lookAgainNowAndThen() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      if (intake.lookAgain(occasion(now))) {
        news.run();
      }
    }
  }

  private Occasion occasion(long now) {
    if (intake.hasPutAside()) {
      pause.reset();
      untilNextTry = pause.next();
    }
    if (now - triedAgainAt < untilNextTry.toNanos()) {
      return Occasion.ASKED;
    }
    triedAgainAt = now;
    untilNextTry = pause.next();
    return Occasion.TIME_PASSED;
  }

  private List<Batch> batches(ConsumerRecords<byte[], byte[]> polled) {
    return polled.partitions().stream()
        .map(each -> new Batch(each, polled.records(each), consumer.position(each)))
        .toList();
  }

  private void lost(TopicPartition partition, long offset) {
    alarms.raise(database, Alarm.Kind.RETENTION_LOST, partition.partition(), offset);
    waiting.await(partition, Alarm.Kind.RETENTION_LOST);
  }

  private void take(List<Batch> batches) {
    try {
      intake.take(batches).forEach(this::taken);
    } catch (RuntimeException e) {
      Failures.rethrowIfTemporary(e);
      LOG.warn("{}: taken in one by one after {}", database.agency(), e.getClass().getSimpleName());
      batches.forEach(this::oneByOne);
    }
  }

  private void taken(BatchIntake.Taken taken) {
    places.put(taken.partition(), taken.next());
    taken.stuck().ifPresent(record -> stopAt(record, Alarm.Kind.ASIDE_FULL));
  }

  private void oneByOne(Batch batch) {
    for (Batch single : batch.singly()) {
      try {
        intake.take(List.of(single)).forEach(this::taken);
      } catch (RuntimeException e) {
        Failures.rethrowIfTemporary(e);
        failed(single, e);
      }
      if (waiting.contains(batch.partition())) {
        return;
      }
    }
  }

  private void failed(Batch single, RuntimeException e) {
    ConsumerRecord<byte[], byte[]> record = single.records().getFirst();
    LOG.error(
        "{}: partition {} offset {} cannot be taken in: {}",
        database.agency(),
        record.partition(),
        record.offset(),
        Whereabouts.of(e));
    taken(intake.failed(single));
  }

  private void stopAt(ConsumerRecord<byte[], byte[]> record, Alarm.Kind reason) {
    TopicPartition partition = new TopicPartition(topic, record.partition());
    alarms.raise(database, reason, record.partition(), record.offset());
    intake.alarmed(record.partition());
    consumer.seek(partition, record.offset());
    places.put(partition, record.offset());
    waiting.await(partition, reason);
  }

  /**
   * Markers of transactions move the place on without a record. Reading them once more after a
   * start does no harm, so the place is stored now and then.
   */
  private void passMarkersNowAndThen() {
    long now = System.nanoTime();
    if (now - markersPassedAt < MARKERS_EVERY_NANOS) {
      return;
    }
    markersPassedAt = now;
    for (TopicPartition partition : consumer.assignment()) {
      long position = waiting.contains(partition) ? 0 : consumer.position(partition);
      if (position > places.getOrDefault(partition, 0L)) {
        InboxPlaces.save(database, partition.partition(), position);
        places.put(partition, position);
      }
    }
  }

  private void tryAgain(TopicPartition partition, Alarm.Kind reason) {
    if (reason != Alarm.Kind.RETENTION_LOST) {
      waiting.resume(partition);
    } else if (!alarms.stands(database, reason, partition.partition())) {
      LOG.warn(
          "{}: partition {} goes on with what is left", database.agency(), partition.partition());
      beginAtEarliest(partition);
      waiting.resume(partition);
    } else {
      waiting.await(partition, reason);
    }
  }
}
