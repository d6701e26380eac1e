package jp.tsunagu.gateway.view;

import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

  @Bean
  Views views(Topics topics, @Value("${tsunagu.bootstrap-servers:}") String bootstrapServers) {
    return new Views(topics, Codec.standard(), new ConsumerFactory(bootstrapServers));
  }

  /** Out of service until the views have been rebuilt. */
  @Bean
  HealthIndicator viewsHealthIndicator(Views views) {
    return () -> views.isReady() ? Health.up().build() : Health.outOfService().build();
  }
}
