package jp.tsunagu.connector.inbox.kafka;

import java.util.Map;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.stereotype.Component;

/** Makes consumers without a group: the place is kept in the database, lost records are noticed. */
@Component
final class Consumers {

  /** As many as are taken in together at most. */
  static final int MOST_RECORDS = 500;

  /** What comes ends the broker's wait at once; an inbox where nothing comes is asked less. */
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 262_144,
          ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);

  private final BrokerAccess broker;

  Consumers(BrokerAccess broker) {
    this.broker = broker;
  }

  Consumer<byte[], byte[]> of(HostedAgency agency) {
    return broker.with(agency.kafka()).consumer("inbox-" + agency.id(), SETTINGS);
  }
}
