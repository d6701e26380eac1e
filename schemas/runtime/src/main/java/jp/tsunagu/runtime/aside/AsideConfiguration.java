package jp.tsunagu.runtime.aside;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health, metrics and interface of the {@link AsideTopic} that the service declares. */
@Configuration(proxyBeanMethods = false)
public class AsideConfiguration {

  /** Up whatever was put aside; names the keys that wait to who may know of them. */
  @Bean
  HealthIndicator asideHealthIndicator(AsideTopic aside, ObjectProvider<AsideSight> sight) {
    return () -> AsideHealth.of(aside, sight.getIfAvailable(() -> AsideSight.OF_EVERYTHING));
  }

  /** What desk and managers see of it, and what they may ask for. */
  @Bean
  AsideController asideController(AsideTopic aside, ObjectProvider<AsideSight> sight) {
    return new AsideController(aside, sight);
  }

  @Bean
  Gauge recordsPutAside(MeterRegistry registry, AsideTopic aside) {
    return Gauge.builder("tsunagu.aside.open", aside, each -> each.book().openCount())
        .description("Records that were put aside and wait for a person or a newer program")
        .register(registry);
  }
}
