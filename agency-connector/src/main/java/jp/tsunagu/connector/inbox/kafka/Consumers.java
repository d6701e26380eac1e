package jp.tsunagu.connector.inbox.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.stereotype.Component;

/** Makes consumers without a group: the place is kept in the database, lost records are noticed. */
@Component
final class Consumers {

  /**
   * A poll hands on all that was fetched. What were left would keep its partition out of the next
   * fetch, which waits for the others.
   */
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "none",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          Integer.MAX_VALUE,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
          262_144,
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
          8 << 20,
          ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
          10_000);

  /** What comes ends the broker's wait at once; an inbox where nothing comes is asked less. */
  private static final int LONGEST_WAIT = 2_000;

  /** An inbox that was stopped is fetched again when the wait for the others is over. */
  private static final int LONGEST_WAIT_OF_SEVERAL = 500;

  private final BrokerAccess broker;

  Consumers(BrokerAccess broker) {
    this.broker = broker;
  }

  /** For these agencies, which act at the broker as one. */
  Consumer<byte[], byte[]> of(List<HostedAgency> agencies) {
    Map<String, Object> settings = new HashMap<>(SETTINGS);
    settings.put(
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        agencies.size() == 1 ? LONGEST_WAIT : LONGEST_WAIT_OF_SEVERAL);
    return broker.with(agencies.getFirst().kafka()).consumer(name(agencies), settings);
  }

  /** By which log and metrics know it. */
  static String name(List<HostedAgency> agencies) {
    String first = "inbox-" + agencies.getFirst().id();
    return agencies.size() == 1 ? first : first + "+" + (agencies.size() - 1);
  }
}
