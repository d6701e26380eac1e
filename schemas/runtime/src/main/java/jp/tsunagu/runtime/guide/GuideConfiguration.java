package jp.tsunagu.runtime.guide;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Every service gives the guides. */
@AutoConfiguration
@ConditionalOnWebApplication
class GuideConfiguration {

  @Bean
  GuidePapers guidePapers(Clock clock) {
    return new GuidePapers(clock);
  }
}
