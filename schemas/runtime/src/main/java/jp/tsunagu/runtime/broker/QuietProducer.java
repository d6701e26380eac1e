package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The producer of a stream's thread, which makes no transaction without a content.
 *
 * <p>Kafka Streams commits whenever a clock of a processor has ticked, and states the same places
 * again: a transaction of six records and more at the broker, for ever. Here one that wrote nothing
 * and whose places are those of the last one is over before the broker hears of it. Once an hour
 * the places are stated nevertheless, so that the broker forgets neither them nor who writes (after
 * a day at the earliest). Not thread-safe, as the stream's thread is alone with it.
 */
final class QuietProducer extends KafkaProducer<byte[], byte[]> {

  private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private Map<TopicPartition, OffsetAndMetadata> places = Map.of();
  private boolean hasWritten;
  private long stated = System.nanoTime();

  QuietProducer(Map<String, Object> settings) {
    super(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    hasWritten = true;
    return super.send(record, callback);
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    boolean isNew = hasWritten || !committed.entrySet().containsAll(offsets.entrySet());
    if (isNew || System.nanoTime() - stated > HOUR_NANOS) {
      places = offsets;
      stated = System.nanoTime();
      super.sendOffsetsToTransaction(offsets, group);
    }
  }

  @Override
  public void commitTransaction() {
    super.commitTransaction();
    committed.putAll(places);
    over();
  }

  @Override
  public void abortTransaction() {
    over();
    super.abortTransaction();
  }

  private void over() {
    places = Map.of();
    hasWritten = false;
  }
}
