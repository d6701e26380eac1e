package jp.tsunagu.connector.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the way to the broker came by a bundle. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(SettingNames.UNTIL)
class EnrolmentConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  EnrolmentHealth enrolmentHealthIndicator(Environment environment, Clock clock) {
    return new EnrolmentHealth(
        LocalDate.parse(environment.getRequiredProperty(SettingNames.UNTIL)), clock);
  }
}
