package jp.tsunagu.scheduler.person;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
class PersonSetup {

  @Bean
  ActingPeople actingPeople(PeopleSettings settings) {
    return new ActingPeople(settings.folder());
  }
}
