package jp.tsunagu.scheduler.knowledge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideConfiguration;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.DirectoryConfiguration;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({AsideConfiguration.class, DirectoryConfiguration.class})
class KnowledgeSetup {

  @Bean(destroyMethod = "close")
  Admin brokerAdmin(BrokerAccess broker) {
    return broker.admin("ledger-end");
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FollowedDirectory followedDirectory(Topics topics, BrokerAccess broker, Codec codec) {
    return new FollowedDirectory(topics, broker, codec);
  }

  /** Started and closed by what is known. */
  @Bean(destroyMethod = "")
  AsideTopic asideTopic(Topics topics, BrokerAccess broker, Clock clock) {
    return new AsideTopic(topics.aside(Party.SCHEDULER), broker, clock);
  }

  @Bean(destroyMethod = "close")
  Knowledge knowledge(
      SchedulerProperties properties,
      Topics topics,
      Codec codec,
      BrokerAccess broker,
      FollowedDirectory directory,
      AsideTopic aside,
      Admin admin,
      Clock clock) {
    Knowledge knowledge =
        new Knowledge(topics, codec, broker, directory, aside, admin, clock, properties.settling());
    knowledge.start();
    return knowledge;
  }

  /** Out of service until everything was read, and while a record cannot be. */
  @Bean
  HealthIndicator knowledgeHealthIndicator(Knowledge knowledge) {
    return () -> health(knowledge);
  }

  private static Health health(Knowledge knowledge) {
    Health.Builder health = knowledge.health();
    return (knowledge.isReady() ? health : health.outOfService())
        .withDetail("readUpTo", knowledge.now().readUpTo().toString())
        .build();
  }

  @Bean
  Gauge refusedCommands(MeterRegistry registry, Knowledge knowledge) {
    return Gauge.builder(
            "tsunagu.scheduler.refused.by.gateway", knowledge, k -> k.refusals().count())
        .description("Commands of the scheduler that the gateway did not carry out")
        .register(registry);
  }

  @Bean
  Gauge unreadableRecords(MeterRegistry registry, Knowledge knowledge) {
    return Gauge.builder("tsunagu.scheduler.unreadable", knowledge, k -> k.obstacles().size())
        .description("Topics that stand before a record that cannot be read")
        .register(registry);
  }
}
