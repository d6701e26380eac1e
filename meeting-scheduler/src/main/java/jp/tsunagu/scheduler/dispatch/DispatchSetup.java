package jp.tsunagu.scheduler.dispatch;

import java.time.Clock;
import java.util.Map;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchSetup {

  @Bean(destroyMethod = "close")
  Commands commands(
      SchedulerProperties properties,
      Topics topics,
      Codec codec,
      Knowledge knowledge,
      BrokerAccess broker,
      Clock clock) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000,
            CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
            "none");
    return new Commands(
        new NetworkId(properties.network()),
        topics,
        codec,
        broker.producers("commands", settings),
        knowledge,
        clock,
        properties.answerPatience());
  }
}
