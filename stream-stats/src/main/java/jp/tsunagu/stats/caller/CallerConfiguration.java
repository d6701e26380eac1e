package jp.tsunagu.stats.caller;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallerSettings.class)
class CallerConfiguration {

  @Bean
  Callers callers(CallerSettings settings) {
    return new Callers(settings);
  }
}
