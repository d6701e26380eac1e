package jp.tsunagu.gateway.stream;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.QuietClients;
import org.apache.kafka.clients.consumer.Consumer;

/** The usual clients of a stream, but for the main consumer. */
final class CheckedClients extends QuietClients {

  private final Supplier<Set<String>> soundOutboxes;

  /**
   * Clients of one stream.
   *
   * @param soundOutboxes names of the outboxes that may be read now
   */
  CheckedClients(Supplier<Set<String>> soundOutboxes) {
    this.soundOutboxes = soundOutboxes;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
    return new CheckedOutboxConsumer(settings, soundOutboxes);
  }
}
