package jp.tsunagu.scheduler.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.scheduler.knowledge.Knowledge;

/** Commands without Spring. */
public final class OpenCommands {

  private OpenCommands() {}

  /** Commands to these brokers. */
  public static Commands of(NetworkId network, String brokers, Knowledge knowledge, Clock clock) {
    return new Commands(
        network,
        new Topics(network),
        Codec.standard(),
        BrokerAccess.plain("test", brokers).producers("commands", Map.of("max.block.ms", 5_000)),
        knowledge,
        clock,
        Duration.ofSeconds(10));
  }
}
