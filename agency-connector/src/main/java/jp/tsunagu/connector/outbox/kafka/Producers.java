package jp.tsunagu.connector.outbox.kafka;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes producers that never give a record up by themselves: idempotent, all replicas, no delivery
 * deadline. The default partitioner puts a key where murmur2 says.
 */
@Component
final class Producers {

  /** How long the client waits for a broker before it tries anew, in milliseconds. */
  private static final int TRY = 10_000;

  /** Several agencies' batches lie in it at once, also those of one that cannot be written. */
  private static final int MEMORY = 32 << 20;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
          Integer.MAX_VALUE,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
          TRY,
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          TRY,
          ProducerConfig.LINGER_MS_CONFIG,
          0,
          ProducerConfig.BATCH_SIZE_CONFIG,
          64 << 10,
          ProducerConfig.BUFFER_MEMORY_CONFIG,
          MEMORY);

  private final BrokerAccess broker;

  Producers(BrokerAccess broker) {
    this.broker = broker;
  }

  /**
   * A maker of one producer for these agencies, which act at the broker as one; it closes it at
   * once: whatever is sent is waited for before.
   */
  DefaultKafkaProducerFactory<byte[], byte[]> of(List<HostedAgency> agencies) {
    HostedAgency first = agencies.getFirst();
    String others = agencies.size() == 1 ? "" : "+" + (agencies.size() - 1);
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        broker.with(first.kafka()).producers("outbox-" + first.id() + others, SETTINGS);
    producers.setPhysicalCloseTimeout(0);
    return producers;
  }
}
