package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.apache.kafka.clients.admin.Admin;

/** Knowledge without Spring. */
public final class OpenKnowledge {

  private OpenKnowledge() {}

  /** Starts to read. */
  public static Knowledge start(String brokers, Topics topics, Admin admin, Clock clock) {
    Knowledge knowledge =
        new Knowledge(
            topics,
            Codec.standard(),
            BrokerAccess.plain("scheduler", brokers),
            admin,
            clock,
            Duration.ofMillis(100));
    knowledge.start();
    return knowledge;
  }
}
