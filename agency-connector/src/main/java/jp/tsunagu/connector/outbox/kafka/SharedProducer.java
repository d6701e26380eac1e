package jp.tsunagu.connector.outbox.kafka;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * One producer for the outboxes of all agencies that act at the broker as one, until it fails: then
 * the next one. What stands in one topic's way, or in a database's, is no failure of the producer.
 */
final class SharedProducer implements AutoCloseable {

  private final Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers;
  private @Nullable Life life;

  private record Life(
      DefaultKafkaProducerFactory<byte[], byte[]> maker, Producer<byte[], byte[]> producer) {}

  SharedProducer(Supplier<DefaultKafkaProducerFactory<byte[], byte[]>> makers) {
    this.makers = makers;
  }

  /** The one in use. */
  synchronized Producer<byte[], byte[]> producer() {
    Life current = life;
    if (current == null) {
      DefaultKafkaProducerFactory<byte[], byte[]> maker = makers.get();
      current = new Life(maker, maker.createProducer());
      life = current;
    }
    return current.producer();
  }

  /** Sending with this one failed: another takes its place, if that is its fault. */
  synchronized void failed(Producer<byte[], byte[]> used, Throwable failure) {
    if (life != null && life.producer().equals(used) && isOfTheProducer(failure)) {
      close();
    }
  }

  private static boolean isOfTheProducer(Throwable failure) {
    return switch (failure) {
      case ExecutionException e when e.getCause() != null -> isOfTheProducer(e.getCause());
      case TopicAuthorizationException _,
          InvalidTopicException _,
          RecordTooLargeException _,
          TimeoutException _ ->
          false;
      case KafkaException _, InterruptedException _, Error _ -> true;
      case Throwable _ -> false;
    };
  }

  /** What the broker has not confirmed fails; a producer that is asked for then is a new one. */
  @Override
  public synchronized void close() {
    if (life != null) {
      life.maker().destroy();
      life = null;
    }
  }
}
