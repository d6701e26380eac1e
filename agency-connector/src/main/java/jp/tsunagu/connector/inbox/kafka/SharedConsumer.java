package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.runtime.broker.Signal;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * One consumer for the inboxes of all agencies that act at the broker as one. It hands what it
 * polls to each agency's {@link OwnPart} and waits for none of them: the inbox of an agency that
 * does not keep up is not read until it does. After a fault everybody starts over from their
 * databases.
 *
 * <p>The consumer is used by the thread of the steps alone; others {@linkplain #ask} for what they
 * need of it.
 */
final class SharedConsumer implements Workers.Work {

  /** What comes ends it, and whoever asks. */
  private static final Duration POLL = Duration.ofSeconds(10);

  /** Longer than any question takes by itself. */
  private static final long ANSWERED_WITHIN_SECONDS = 30;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Signal asked = new Signal();
  private final Object lock = new Object();
  private final Queue<Question<?>> questions = new ArrayDeque<>();
  private final Map<TopicPartition, OwnPart> parts = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> current;
  private @Nullable Consumer<byte[], byte[]> polling;
  private boolean isOver;

  private record Question<T>(
      Function<Consumer<byte[], byte[]>, T> what, CompletableFuture<T> answer) {

    void answer(Consumer<byte[], byte[]> consumer) {
      if (!answer.isDone()) {
        try {
          answer.complete(undisturbed(consumer));
        } catch (RuntimeException e) {
          answer.completeExceptionally(e);
        }
      }
    }

    /** Who asks wakes the consumer from its poll, and sometimes a moment after it. */
    private T undisturbed(Consumer<byte[], byte[]> consumer) {
      try {
        return what.apply(consumer);
      } catch (WakeupException _) {
        return what.apply(consumer);
      }
    }
  }

  SharedConsumer(Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /**
   * Asks the consumer, on its own thread.
   *
   * @throws KafkaException when it cannot answer
   */
  <T> T ask(Function<Consumer<byte[], byte[]>, T> what) throws InterruptedException {
    CompletableFuture<T> answer = put(what);
    try {
      return answer.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : new KafkaException(e);
    } catch (java.util.concurrent.TimeoutException e) {
      answer.cancel(false);
      throw new TimeoutException("the consumer does not answer", e);
    }
  }

  /** Asks without waiting; nothing is done any more once it has ended. */
  void tell(java.util.function.Consumer<Consumer<byte[], byte[]>> what) {
    var _ =
        put(
            consumer -> {
              what.accept(consumer);
              return true;
            });
  }

  private <T> CompletableFuture<T> put(Function<Consumer<byte[], byte[]>, T> what) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    synchronized (lock) {
      if (isOver) {
        answer.completeExceptionally(hasEnded());
        return answer;
      }
      questions.add(new Question<>(what, answer));
      wakeFromPoll();
    }
    asked.raise();
    return answer;
  }

  private static KafkaException hasEnded() {
    return new KafkaException("the consumer has ended");
  }

  /** Called with the lock. */
  private void wakeFromPoll() {
    if (polling != null) {
      polling.wakeup();
    }
  }

  /** Reads what these partitions bring from these places on; asked for by the part itself. */
  void assign(Consumer<byte[], byte[]> consumer, OwnPart part, Map<TopicPartition, Long> places) {
    parts.values().removeIf(part::equals);
    places.keySet().forEach(partition -> parts.put(partition, part));
    consumer.assign(Set.copyOf(parts.keySet()));
    places.forEach(consumer::seek);
  }

  /**
   * Where the first record of each of these stands now; asked for by a part itself. The client
   * warns of what it is asked about while it does not read it.
   */
  Map<TopicPartition, Long> earliest(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    return withAssigned(consumer, partitions, () -> consumer.beginningOffsets(partitions));
  }

  /** The same of the next record that will be written. */
  Map<TopicPartition, Long> latest(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    return withAssigned(consumer, partitions, () -> consumer.endOffsets(partitions));
  }

  private Map<TopicPartition, Long> withAssigned(
      Consumer<byte[], byte[]> consumer,
      Collection<TopicPartition> partitions,
      Supplier<Map<TopicPartition, Long>> asked) {
    Set<TopicPartition> together = new HashSet<>(parts.keySet());
    together.addAll(partitions);
    consumer.assign(together);
    try {
      return asked.get();
    } finally {
      consumer.assign(Set.copyOf(parts.keySet()));
    }
  }

  @Override
  public Duration take() throws InterruptedException {
    try {
      long seen = asked.count();
      Consumer<byte[], byte[]> consumer = consumer();
      answer(consumer);
      if (parts.isEmpty()) {
        asked.awaitBeyond(seen, POLL);
      } else {
        pollUnlessAsked(consumer);
      }
      return Duration.ZERO;
    } catch (Throwable failed) {
      everyPart().forEach(part -> part.failed(failed));
      startOver();
      throw failed;
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> consumer = Objects.requireNonNullElseGet(current, consumers);
    current = consumer;
    return consumer;
  }

  private void answer(Consumer<byte[], byte[]> consumer) {
    List<Question<?>> all;
    synchronized (lock) {
      all = new ArrayList<>(questions);
      questions.clear();
    }
    all.forEach(question -> question.answer(consumer));
  }

  private void pollUnlessAsked(Consumer<byte[], byte[]> consumer) {
    synchronized (lock) {
      if (isOver || !questions.isEmpty()) {
        return;
      }
      polling = consumer;
    }
    try {
      handOn(consumer, consumer.poll(POLL));
    } catch (WakeupException _) {
      // somebody asks, or it ends
    } catch (OffsetOutOfRangeException e) {
      e.offsetOutOfRangePartitions()
          .forEach((partition, offset) -> partOf(partition).lost(consumer, partition, offset));
    } catch (TopicAuthorizationException e) {
      everyPart().forEach(part -> part.refused(consumer, e));
    } finally {
      synchronized (lock) {
        polling = null;
      }
    }
  }

  private void handOn(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> polled) {
    for (TopicPartition partition : polled.partitions()) {
      long next = consumer.position(partition);
      partOf(partition).put(consumer, new Batch(partition, polled.records(partition), next));
    }
  }

  private OwnPart partOf(TopicPartition partition) {
    return Objects.requireNonNull(parts.get(partition));
  }

  private Set<OwnPart> everyPart() {
    return Set.copyOf(parts.values());
  }

  /** The consumer is in no group: its closing does not wait for an answer under way. */
  private void startOver() {
    parts.clear();
    Consumer<byte[], byte[]> consumer = current;
    current = null;
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  @Override
  public void wake() {
    List<Question<?>> unanswered;
    synchronized (lock) {
      isOver = true;
      unanswered = new ArrayList<>(questions);
      questions.clear();
      wakeFromPoll();
    }
    asked.raise();
    unanswered.forEach(question -> question.answer().completeExceptionally(hasEnded()));
  }

  @Override
  public void abort() {
    synchronized (lock) {
      wakeFromPoll();
    }
  }

  @Override
  public void close() {
    startOver();
  }
}
