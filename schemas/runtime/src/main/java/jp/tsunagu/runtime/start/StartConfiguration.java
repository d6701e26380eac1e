package jp.tsunagu.runtime.start;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Every service checks its settings the same way, before it does anything with them. */
@AutoConfiguration
class StartConfiguration {

  @Bean
  static StartCheck startCheck(Environment environment) {
    return new StartCheck(environment);
  }
}
