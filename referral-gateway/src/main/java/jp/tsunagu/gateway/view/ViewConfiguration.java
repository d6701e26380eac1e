package jp.tsunagu.gateway.view;

import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

  @Bean
  Views views(Topics topics, BrokerAccess broker) {
    return new Views(topics, Codec.standard(), broker);
  }

  /** Out of service until the views have been rebuilt; tells which topic is waited for, and why. */
  @Bean
  HealthIndicator viewsHealthIndicator(Views views) {
    return views::health;
  }
}
