package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.inbox.HeldInbox.Occasion;
import jp.tsunagu.connector.inbox.InboxPlaces;
import jp.tsunagu.connector.lost.OwnRestoration;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.GrowingPause;
import jp.tsunagu.runtime.broker.Whereabouts;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an inbox topic from the places in the database on; the new place is stored in the
 * transaction of what was read. Used by one thread; after any exception a new one starts over from
 * the database.
 */
final class InboxReader {

  private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);

  /** Far below what an inbox keeps: a place that only markers moved is not lost to retention. */
  private static final long MARKERS_EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  /** Markers move a place on without news of it. */
  private static final Duration CATCHING_UP = Duration.ofMillis(200);

  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  /** What a newer program wrote, or what failed, is tried again more and more rarely. */
  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(60));

  private final AgencyDatabase database;
  private final BatchIntake intake;
  private final Restorations restorations;
  private final OwnRestoration ownRestoration;
  private final Alarms alarms;
  private final OwnPart part;
  private final String topic;
  private final Runnable news;
  private final WaitingPartitions waiting;
  private final Map<TopicPartition, Long> places = new HashMap<>();

  /** What has to be taken in before anything is shown, of a record that was restored. */
  private final Map<TopicPartition, Long> toCatchUp = new HashMap<>();

  private long markersPassedAt = System.nanoTime();
  private long lookedAt = System.nanoTime();
  private long triedAgainAt = System.nanoTime();
  private Duration untilNextTry = pause.next();

  InboxReader(
      AgencyDatabase database,
      BatchIntake intake,
      Restorations restorations,
      OwnRestoration ownRestoration,
      Alarms alarms,
      OwnPart part,
      String topic,
      Runnable news) {
    this.database = database;
    this.intake = intake;
    this.restorations = restorations;
    this.ownRestoration = ownRestoration;
    this.alarms = alarms;
    this.part = part;
    this.topic = topic;
    this.news = news;
    this.waiting = new WaitingPartitions(part);
  }

  /** Takes up every partition where it was left; a partition never read begins at its earliest. */
  void open() throws InterruptedException {
    List<TopicPartition> partitions = part.partitionsOf(topic);
    if (partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException("the inbox does not exist yet");
    }
    intake.partitions(partitions.size());
    intake.foldAnew();
    Map<Integer, Long> stored = storedAfterRestorations(partitions);
    saved(
        part.earliest(
            partitions.stream().filter(each -> !stored.containsKey(each.partition())).toList()));
    for (TopicPartition partition : partitions) {
      Long place = stored.get(partition.partition());
      if (place != null) {
        goOn(partition, place);
      }
    }
    if (OwnRestoration.isCatchingUp(database)) {
      toCatchUp.putAll(part.latest(partitions));
    }
    part.begin(places);
  }

  private void shownOnceCaughtUp() throws InterruptedException {
    if (toCatchUp.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> positions = part.positions();
    toCatchUp.entrySet().removeIf(each -> isTakenIn(each.getKey(), each.getValue(), positions));
    if (toCatchUp.isEmpty()) {
      ownRestoration.caughtUp(database);
      LOG.info("{}: the restored record has taken in what it missed", database.agency());
    }
  }

  private boolean isTakenIn(
      TopicPartition partition, long end, Map<TopicPartition, Long> positions) {
    return !waiting.contains(partition)
        && Math.max(places.getOrDefault(partition, 0L), positions.getOrDefault(partition, 0L))
            >= end;
  }

  /** The places, once what a restored network lost is noted. */
  private Map<Integer, Long> storedAfterRestorations(List<TopicPartition> partitions)
      throws InterruptedException {
    Map<Integer, Long> stored = InboxPlaces.all(database);
    Map<TopicPartition, Long> read =
        partitions.stream()
            .filter(each -> stored.containsKey(each.partition()))
            .collect(
                Collectors.toMap(each -> each, each -> stored.getOrDefault(each.partition(), 0L)));
    return !read.isEmpty() && restorations.look(read, part.latest(read.keySet()))
        ? InboxPlaces.all(database)
        : stored;
  }

  private void goOn(TopicPartition partition, long place) {
    places.put(partition, place);
    intake.alarmed(partition.partition());
    if (alarms.stands(database, Alarm.Kind.RETENTION_LOST, partition.partition())) {
      waiting.await(partition, Alarm.Kind.RETENTION_LOST);
    }
  }

  /** These places are stored, so that it is noticed when what stands behind them is removed. */
  private void saved(Map<TopicPartition, Long> further) {
    if (!further.isEmpty()) {
      InboxPlaces.save(
          database,
          further.entrySet().stream()
              .collect(Collectors.toMap(each -> each.getKey().partition(), Map.Entry::getValue)));
      places.putAll(further);
    }
  }

  /** Waits until something came, somebody asks for something, or it is time to try again. */
  OwnPart.News await() throws InterruptedException {
    if (!toCatchUp.isEmpty()) {
      return part.await(CATCHING_UP);
    }
    return part.await(waiting.isEmpty() ? untilNextTry() : WaitingPartitions.TRY_AGAIN);
  }

  /** Whether nothing came, and nothing waits here. */
  boolean hasNothingToDo(OwnPart.News came) {
    return came.isNone() && waiting.isEmpty() && !intake.mayHold();
  }

  private Duration untilNextTry() {
    return intake.mayHold()
        ? untilNextTry.minusNanos(System.nanoTime() - triedAgainAt)
        : Asking.LONGEST;
  }

  /** Takes in what came and tries again what waits; gives how long to rest then. */
  Duration round(OwnPart.News came) throws InterruptedException {
    Duration rest = Duration.ZERO;
    if (!came.batches().isEmpty()) {
      long began = System.nanoTime();
      take(came.batches());
      news.run();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      rest = PollRest.after(came.records(), OwnPart.MOST_TOGETHER, took);
    }
    came.lost().forEach(this::lost);
    passMarkersNowAndThen();
    for (Map.Entry<TopicPartition, Alarm.Kind> due : waiting.due().entrySet()) {
      tryAgain(due.getKey(), due.getValue());
    }
    lookAgain(came.isNone());
    shownOnceCaughtUp();
    return rest;
  }

  /** Where much comes, only now and then. */
  private void lookAgain(boolean hasTime) {
    long now = System.nanoTime();
    if (hasTime || now - lookedAt >= LOOK_EVERY_NANOS) {
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

  private void lost(TopicPartition partition, long offset) {
    alarms.raise(database, Alarm.Kind.RETENTION_LOST, partition.partition(), offset);
    waiting.await(partition, Alarm.Kind.RETENTION_LOST);
  }

  private void take(List<Batch> batches) throws InterruptedException {
    Restorations.refuseWhatCameAfter(batches, places);
    try {
      taken(intake.take(batches));
    } catch (RuntimeException e) {
      Failures.rethrowIfTemporary(e);
      LOG.warn("{}: taken in one by one after {}", database.agency(), e.getClass().getSimpleName());
      for (Batch batch : batches) {
        oneByOne(batch);
      }
    }
  }

  private void taken(List<BatchIntake.Taken> all) throws InterruptedException {
    for (BatchIntake.Taken taken : all) {
      places.put(taken.partition(), taken.next());
      if (taken.stuck().isPresent()) {
        stopAt(taken.partition(), taken.next());
      }
    }
  }

  private void oneByOne(Batch batch) throws InterruptedException {
    for (Batch single : batch.singly()) {
      try {
        taken(intake.take(List.of(single)));
      } catch (RuntimeException e) {
        Failures.rethrowIfTemporary(e);
        failed(single, e);
      }
      if (waiting.contains(batch.partition())) {
        return;
      }
    }
  }

  private void failed(Batch single, RuntimeException e) throws InterruptedException {
    LOG.error(
        "{}: partition {} offset {} cannot be taken in: {}",
        database.agency(),
        single.partition().partition(),
        single.records().getFirst().offset(),
        Whereabouts.of(e));
    taken(List.of(intake.failed(single)));
  }

  /** More records wait than are kept aside: the partition waits before this one. */
  private void stopAt(TopicPartition partition, long offset) throws InterruptedException {
    alarms.raise(database, Alarm.Kind.ASIDE_FULL, partition.partition(), offset);
    intake.alarmed(partition.partition());
    waiting.await(partition, Alarm.Kind.ASIDE_FULL);
    part.seek(partition, offset);
  }

  /**
   * Markers of transactions move the place on without a record. Reading them once more after a
   * start does no harm, so the place is stored now and then.
   */
  private void passMarkersNowAndThen() throws InterruptedException {
    long now = System.nanoTime();
    if (now - markersPassedAt < MARKERS_EVERY_NANOS) {
      return;
    }
    markersPassedAt = now;
    saved(
        part.positions().entrySet().stream()
            .filter(each -> !waiting.contains(each.getKey()))
            .filter(each -> each.getValue() > places.getOrDefault(each.getKey(), 0L))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void tryAgain(TopicPartition partition, Alarm.Kind reason) throws InterruptedException {
    if (reason != Alarm.Kind.RETENTION_LOST) {
      waiting.resume(partition);
    } else if (!alarms.stands(database, reason, partition.partition())) {
      LOG.warn(
          "{}: partition {} goes on with what is left", database.agency(), partition.partition());
      Map<TopicPartition, Long> left = part.earliest(List.of(partition));
      saved(left);
      part.seek(partition, Objects.requireNonNull(left.get(partition)));
      waiting.resume(partition);
    } else {
      waiting.await(partition, reason);
    }
  }
}
