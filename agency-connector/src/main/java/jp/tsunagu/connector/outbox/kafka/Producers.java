package jp.tsunagu.connector.outbox.kafka;

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

  /** While a batch is sealed, what is ready goes in few requests; at its end all of it at once. */
  private static final int LONGEST_LINGER = 10;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
          Integer.MAX_VALUE,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
          TRY,
          ProducerConfig.MAX_BLOCK_MS_CONFIG,
          TRY,
          ProducerConfig.LINGER_MS_CONFIG,
          LONGEST_LINGER,
          ProducerConfig.BATCH_SIZE_CONFIG,
          256 << 10,
          ProducerConfig.BUFFER_MEMORY_CONFIG,
          8 << 20);

  private final BrokerAccess broker;

  Producers(BrokerAccess broker) {
    this.broker = broker;
  }

  /** A maker of one producer, which closes it at once: whatever is sent is waited for before. */
  DefaultKafkaProducerFactory<byte[], byte[]> of(HostedAgency agency) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        broker.with(agency.kafka()).producers("outbox-" + agency.id(), SETTINGS);
    producers.setPhysicalCloseTimeout(0);
    return producers;
  }
}
