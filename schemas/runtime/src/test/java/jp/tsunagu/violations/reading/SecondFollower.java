package jp.tsunagu.violations.reading;

import java.util.Map;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.consumer.Consumer;

/** Reads a topic with a consumer of its own. */
record SecondFollower(BrokerAccess broker) {
  Consumer<byte[], byte[]> consumer() {
    return broker.consumer("second", Map.of());
  }
}
