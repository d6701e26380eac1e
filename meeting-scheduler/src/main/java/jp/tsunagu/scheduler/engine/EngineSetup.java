package jp.tsunagu.scheduler.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.StreamRun;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineSetup {

  @Bean
  SchedulerMetrics schedulerMetrics(MeterRegistry registry) {
    return new SchedulerMetrics(registry);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Engine engine(
      SchedulerProperties properties,
      Topics topics,
      Codec codec,
      Clock clock,
      Knowledge knowledge,
      BrokerAccess broker,
      SchedulerMetrics metrics) {
    SchedulerParts parts =
        new SchedulerParts(
            new NetworkId(properties.network()),
            topics,
            codec,
            knowledge::now,
            clock,
            properties.grace(),
            properties.tick(),
            metrics);
    return new Engine(
        knowledge::isReady,
        () ->
            StreamRun.of(
                broker,
                SchedulerTopology.build(parts),
                StreamSettings.of(properties),
                metrics::streamThreadReplaced));
  }

  @Bean
  Gauge decidingEngine(MeterRegistry registry, Engine engine) {
    return Gauge.builder("tsunagu.scheduler.decides", engine, e -> e.decidesHere() ? 1 : 0)
        .description("1 at the scheduler that decides, 0 at one that stands by")
        .register(registry);
  }

  /** Whether commands are carried out, here or by another scheduler. */
  @Bean
  HealthIndicator engineHealthIndicator(Engine engine) {
    return () ->
        (engine.isProcessing() ? Health.up() : Health.outOfService())
            .withDetail("stream", engine.state())
            .withDetail("decidesHere", engine.decidesHere())
            .withDetail("trouble", engine.trouble().orElse(""))
            .build();
  }
}
