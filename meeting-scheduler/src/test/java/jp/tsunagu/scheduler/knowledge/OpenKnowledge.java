package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.apache.kafka.clients.admin.Admin;

/** Knowledge without Spring. */
public final class OpenKnowledge {

  private OpenKnowledge() {}

  /** Starts to read. */
  public static Knowledge start(String brokers, Topics topics, Admin admin, Clock clock) {
    BrokerAccess broker = BrokerAccess.plain("scheduler", brokers);
    Codec codec = Codec.standard();
    FollowedDirectory directory = new FollowedDirectory(topics, broker, codec);
    directory.start();
    AsideTopic aside = new AsideTopic(topics.aside(Party.SCHEDULER), broker, clock);
    Knowledge knowledge =
        new Knowledge(
            topics, codec, broker, directory, aside, admin, clock, Duration.ofMillis(100));
    knowledge.start();
    return knowledge;
  }
}
