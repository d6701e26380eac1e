package jp.tsunagu.scheduler.person;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
class PersonSetup {

  private static final String OTHER_KEY =
      "%d人の氏名は別の鍵で封じられています。tsunagu.people.key を、ほかの会議調整と同じものにしてください。";

  @Bean(initMethod = "start", destroyMethod = "close")
  ActingPeople actingPeople(PeopleSettings settings, Topics topics, BrokerAccess broker) {
    return new ActingPeople(topics.meetingPeople(), broker, new PeopleKey(settings));
  }

  /** Meetings go on without names, so that this stays up and says what is wrong. */
  @Bean
  HealthIndicator peopleHealthIndicator(ActingPeople people) {
    return () -> {
      Health.Builder health = Health.up();
      return people.unopened() == 0
          ? health.build()
          : health.withDetail("trouble", OTHER_KEY.formatted(people.unopened())).build();
    };
  }

  @Bean
  Gauge unopenedNames(MeterRegistry registry, ActingPeople people) {
    return Gauge.builder("tsunagu.scheduler.people.unopened", people, ActingPeople::unopened)
        .description("Names of people that were sealed by another key than this scheduler's")
        .register(registry);
  }
}
