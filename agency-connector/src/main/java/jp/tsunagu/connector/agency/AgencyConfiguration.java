package jp.tsunagu.connector.agency;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.agency.ConnectorProperties.Agency;
import jp.tsunagu.connector.enrolment.EnrolmentSettings;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.BrokerWays;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.caller.MoreCallers;
import jp.tsunagu.runtime.start.CheckedAtStart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the hosted agencies of the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorProperties.class)
class AgencyConfiguration {

  private static final String DATABASE = "spring.datasource.url";

  /** Without a database there is nothing to start for. */
  @Bean
  static CheckedAtStart databaseIsGiven(Environment environment) {
    return faults ->
        faults.require(
            DATABASE,
            environment.getProperty(DATABASE),
            "PostgreSQL の場所",
            "jdbc:postgresql://localhost:5432/tsunagu");
  }

  @Bean
  HostedAgencies hostedAgencies(ConnectorProperties properties) {
    return new HostedAgencies(
        properties.connector().agencies().stream()
            .map(ConnectorProperties.Agency::hosted)
            .toList());
  }

  /**
   * Who has credentials of its own reaches the broker by its own way; what the centre gave, the
   * centre may end, and the agency's own records stay readable.
   */
  @Bean
  BrokerWays brokerWays(ConnectorProperties properties, Environment environment) {
    return configured -> {
      BrokerAccess common =
          EnrolmentSettings.isEnrolled(environment)
              ? configured.withLoginFrom(
                  "中央に登録を確かめ、新しい登録の束を設定 tsunagu.connector.bundle に置いて起動し直してください。")
              : configured;
      Map<String, BrokerAccess> ways = new LinkedHashMap<>();
      Set<Map<String, String>> seen = new HashSet<>();
      int number = 0;
      for (ConnectorProperties.Agency agency : properties.connector().agencies()) {
        String setting =
            agency.kafka().isEmpty()
                ? "spring.kafka"
                : "tsunagu.connector.agencies[" + number + "].kafka";
        if (seen.add(agency.kafka())) {
          ways.put(setting, common.with(agency.kafka()));
        }
        number++;
      }
      return ways;
    };
  }

  /** The tokens that stand beside their agency. */
  @Bean
  MoreCallers callersOfAgencies(ConnectorProperties properties) {
    List<Entry> entries =
        properties.connector().agencies().stream().flatMap(Agency::callers).toList();
    return () -> entries;
  }

  @Bean
  @ConditionalOnMissingBean
  RandomGenerator random() {
    return new SecureRandom();
  }
}
