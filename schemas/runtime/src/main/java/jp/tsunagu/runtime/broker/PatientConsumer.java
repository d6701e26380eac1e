package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The main consumer of a stream's thread, which waits longer where nothing has come for a second: a
 * record still ends the wait at once, only clocks of processors tick as rarely as every half a
 * second.
 */
public class PatientConsumer extends KafkaConsumer<byte[], byte[]> {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

  private long lastRecord = System.nanoTime();

  /** A consumer of bytes with these settings of Kafka's own. */
  public PatientConsumer(Map<String, Object> settings) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(patient(timeout));
    if (!records.isEmpty()) {
      lastRecord = System.nanoTime();
    }
    return records;
  }

  /** Who does not wait at all has something else to do; who reads nothing yet waits for a group. */
  private Duration patient(Duration timeout) {
    boolean waits =
        timeout.isPositive()
            && System.nanoTime() - lastRecord > QUIET_NANOS
            && !assignment().isEmpty();
    return waits ? PATIENCE : timeout;
  }
}
