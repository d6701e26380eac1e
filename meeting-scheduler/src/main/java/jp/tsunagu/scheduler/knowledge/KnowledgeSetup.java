package jp.tsunagu.scheduler.knowledge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KnowledgeSetup {

  @Bean(destroyMethod = "close")
  Admin brokerAdmin(SchedulerProperties properties) {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.brokers()));
  }

  @Bean(destroyMethod = "close")
  Knowledge knowledge(
      SchedulerProperties properties, Topics topics, Codec codec, Admin admin, Clock clock) {
    Knowledge knowledge =
        new Knowledge(topics, codec, new ConsumerFactory(properties.brokers()), admin, clock);
    knowledge.start(properties.settling());
    return knowledge;
  }

  /** Out of service until everything was read, and while a record cannot be. */
  @Bean
  HealthIndicator knowledgeHealthIndicator(Knowledge knowledge) {
    return () -> health(knowledge);
  }

  private static Health health(Knowledge knowledge) {
    boolean well = knowledge.isReady() && knowledge.obstacles().isEmpty();
    return (well ? Health.up() : Health.outOfService())
        .withDetail("readUpTo", knowledge.now().readUpTo().toString())
        .withDetail("unreadable", knowledge.obstacles())
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
