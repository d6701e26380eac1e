package jp.tsunagu.scheduler.engine;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** Clients of a process that dies when it is about to write its n-th record. */
public final class MortalClients extends DefaultKafkaClientSupplier {
  private final AtomicInteger left;

  MortalClients(int recordsBeforeDeath) {
    this.left = new AtomicInteger(recordsBeforeDeath);
  }

  /** Whether it happened. */
  public boolean isDead() {
    return left.get() < 0;
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()) {
      @Override
      public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (left.decrementAndGet() < 0) {
          throw new IllegalStateException("the process dies here");
        }
        return super.send(record, callback);
      }
    };
  }
}
