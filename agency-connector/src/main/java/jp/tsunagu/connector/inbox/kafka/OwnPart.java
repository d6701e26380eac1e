package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.runtime.broker.Signal;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * One agency's part of a {@link SharedConsumer}: its own partitions, and what was polled of them
 * and is not taken in yet. Filled by the consumer's thread and emptied by the agency's own. From
 * {@value #MOST_TOGETHER} records that wait on, no more is read for it.
 */
final class OwnPart {

  /** As many are taken in together at most. */
  static final int MOST_TOGETHER = 500;

  private static final Duration NO_WAIT = Duration.ZERO;

  private final SharedConsumer shared;
  private final Signal arrived;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final Map<TopicPartition, Long> lost = new HashMap<>();
  private final Set<TopicPartition> stopped = new HashSet<>();
  private Set<TopicPartition> own = Set.of();
  private boolean isFull;
  private long seen;
  private @Nullable Throwable fault;

  /**
   * What came.
   *
   * @param lost partitions of which records were removed unread, with the place of the first
   */
  record News(List<Batch> batches, Map<TopicPartition, Long> lost) {

    boolean isNone() {
      return batches.isEmpty() && lost.isEmpty();
    }

    int records() {
      return batches.stream().mapToInt(Batch::size).sum();
    }
  }

  /** Reads nothing yet; the signal is raised when something came. */
  OwnPart(SharedConsumer shared, Signal arrived) {
    this.shared = shared;
    this.arrived = arrived;
  }

  /** The partitions of this topic; none where it does not exist. */
  List<TopicPartition> partitionsOf(String topic) throws InterruptedException {
    return shared.ask(
        consumer ->
            consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
  }

  /** Where the first record of each of these stands now. */
  Map<TopicPartition, Long> earliest(Collection<TopicPartition> partitions)
      throws InterruptedException {
    return partitions.isEmpty()
        ? Map.of()
        : shared.ask(consumer -> shared.earliest(consumer, partitions));
  }

  /** Where the next record of each of these will stand. */
  Map<TopicPartition, Long> latest(Collection<TopicPartition> partitions)
      throws InterruptedException {
    return shared.ask(consumer -> shared.latest(consumer, partitions));
  }

  /** Begins to read each of these partitions at its place. */
  void begin(Map<TopicPartition, Long> places) throws InterruptedException {
    shared.ask(
        consumer -> {
          own(consumer, places);
          return true;
        });
  }

  /** Nothing is read any more. Returns at once. */
  void end() {
    shared.tell(consumer -> own(consumer, Map.of()));
  }

  private synchronized void own(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> places) {
    shared.assign(consumer, this, places);
    own = Set.copyOf(places.keySet());
    settle(consumer);
  }

  /** By the consumer's thread: these topics may not be read. */
  synchronized void refused(Consumer<byte[], byte[]> consumer, TopicAuthorizationException why) {
    Set<String> topics = why.unauthorizedTopics();
    if (own.stream().map(TopicPartition::topic).anyMatch(topics::contains)) {
      own(consumer, Map.of());
      failed(why);
    }
  }

  /**
   * What came, in its order and at most {@value #MOST_TOGETHER} records; waits so long for it, or
   * for any other sign.
   *
   * @throws KafkaException when reading failed: it is to be begun anew
   */
  News await(Duration atMost) throws InterruptedException {
    if (isEmpty()) {
      arrived.awaitBeyond(seen, atMost);
    }
    seen = arrived.count();
    return next();
  }

  private synchronized boolean isEmpty() {
    return waiting.isEmpty() && lost.isEmpty() && fault == null;
  }

  private synchronized News next() {
    if (fault != null) {
      throw new KafkaException("the inbox is read no more", fault);
    }
    Map<TopicPartition, Batch> taken = new LinkedHashMap<>();
    int room = MOST_TOGETHER;
    while (room > 0 && !waiting.isEmpty()) {
      Batch batch = waiting.removeFirst();
      if (batch.size() > room) {
        waiting.addFirst(batch.without(room));
        batch = batch.first(room);
      }
      room -= batch.size();
      taken.merge(batch.partition(), batch, Batch::and);
    }
    News news = new News(List.copyOf(taken.values()), Map.copyOf(lost));
    lost.clear();
    if (isFull && !isTooMuch()) {
      isFull = false;
      shared.tell(this::settle);
    }
    return news;
  }

  private boolean isTooMuch() {
    return waiting.stream().mapToInt(Batch::size).sum() >= MOST_TOGETHER;
  }

  /** By the consumer's thread: this was polled. */
  synchronized void put(Consumer<byte[], byte[]> consumer, Batch polled) {
    waiting.addLast(polled);
    if (!isFull && isTooMuch()) {
      isFull = true;
      settle(consumer);
    }
    arrived.raise();
  }

  /** By the consumer's thread: what stood at this place was removed unread. */
  synchronized void lost(Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    lost.put(partition, offset);
    stopped.add(partition);
    settle(consumer);
    arrived.raise();
  }

  /** By the consumer's thread: it reads no more. */
  synchronized void failed(Throwable why) {
    fault = why;
    arrived.raise();
  }

  private synchronized void settle(Consumer<byte[], byte[]> consumer) {
    Set<TopicPartition> goingOn = new HashSet<>(isFull ? Set.of() : own);
    goingOn.removeAll(stopped);
    Set<TopicPartition> standing = new HashSet<>(own);
    standing.removeAll(goingOn);
    consumer.pause(standing);
    consumer.resume(goingOn);
  }

  /** Reads no more of this partition. */
  void stop(TopicPartition partition) {
    synchronized (this) {
      stopped.add(partition);
    }
    shared.tell(this::settle);
  }

  /** Reads it again. */
  void goOn(TopicPartition partition) {
    synchronized (this) {
      stopped.remove(partition);
    }
    shared.tell(this::settle);
  }

  /** Will read this partition from this place on; what was polled of it is dropped. */
  void seek(TopicPartition partition, long offset) throws InterruptedException {
    shared.ask(
        consumer -> {
          synchronized (this) {
            waiting.removeIf(batch -> batch.partition().equals(partition));
            consumer.seek(partition, offset);
          }
          return true;
        });
  }

  /** Where each partition is read on, if all that was polled is taken in; else nothing. */
  Map<TopicPartition, Long> positions() throws InterruptedException {
    return shared.ask(
        consumer -> {
          Map<TopicPartition, Long> positions = new HashMap<>();
          synchronized (this) {
            if (waiting.isEmpty()) {
              own.forEach(each -> position(consumer, each, positions));
            }
          }
          return positions;
        });
  }

  private static void position(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, Map<TopicPartition, Long> all) {
    try {
      all.put(partition, consumer.position(partition, NO_WAIT));
    } catch (TimeoutException _) {
      // not known at this moment: asked again later
    }
  }
}
