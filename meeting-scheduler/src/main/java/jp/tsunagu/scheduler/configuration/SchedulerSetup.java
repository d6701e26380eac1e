package jp.tsunagu.scheduler.configuration;

import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the scheduler stands on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchedulerProperties.class)
class SchedulerSetup {

  @Bean
  Topics topics(SchedulerProperties properties) {
    return new Topics(new NetworkId(properties.network()));
  }

  /** Learns newer schemas from the directory. */
  @Bean
  Codec codec() {
    return Codec.standard();
  }
}
