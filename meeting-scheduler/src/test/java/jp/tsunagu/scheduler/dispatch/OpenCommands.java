package jp.tsunagu.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.apache.kafka.clients.producer.Producer;

/** Commands without Spring. */
public final class OpenCommands {

  private OpenCommands() {}

  /** Commands by this producer. */
  public static Commands of(
      NetworkId network, Producer<byte[], byte[]> producer, Knowledge knowledge, Clock clock) {
    return new Commands(
        network,
        new Topics(network),
        Codec.standard(),
        producer,
        knowledge,
        clock,
        Duration.ofSeconds(10));
  }
}
