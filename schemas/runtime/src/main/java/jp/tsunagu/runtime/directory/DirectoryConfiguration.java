package jp.tsunagu.runtime.directory;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of the {@link FollowedDirectory} that the service declares. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

  /** Tells how the directory is followed and which of its keys cannot be read. */
  @Bean
  HealthIndicator directoryHealthIndicator(FollowedDirectory directory) {
    return directory::health;
  }
}
