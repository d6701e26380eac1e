package jp.tsunagu.runtime.start;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Every service checks its settings the same way, before it does anything with them, and has a
 * clock.
 */
@AutoConfiguration
class StartConfiguration {

  /** The system's, where nobody brought another one. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnWebApplication
  Unpacked unpacked() {
    return Unpacked.of(StartConfiguration.class);
  }

  @Bean
  static StartCheck startCheck(Environment environment) {
    return new StartCheck(environment);
  }
}
