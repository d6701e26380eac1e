package jp.tsunagu.scheduler.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.engine.Engine;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class DeliverySetup {

  private static final String SENDER = "つなぐ 会議事務局";

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnProperty("tsunagu.mail.host")
  Postbox postbox(
      MailProperties mail,
      SchedulerProperties properties,
      Knowledge knowledge,
      Commands commands,
      Engine engine,
      SslBundles bundles,
      Clock clock) {
    return new Postbox(
        knowledge,
        commands,
        new Mailer(mail.settings(bundles, SENDER).orElseThrow()),
        new NetworkId(properties.network()),
        clock,
        mail.attempts(),
        engine::decidesHere);
  }

  @Bean
  Gauge givenUpNotices(MeterRegistry registry, Knowledge knowledge) {
    return Gauge.builder("tsunagu.scheduler.notices.given.up", knowledge, DeliverySetup::givenUp)
        .description("Notices that could not be mailed and wait for a person")
        .register(registry);
  }

  private static double givenUp(Knowledge knowledge) {
    Known known = knowledge.now();
    return knowledge.meetings().all().stream()
        .filter(meeting -> !known.touchesProtected(meeting))
        .flatMap(meeting -> meeting.notices().values().stream())
        .filter(notice -> notice.delivery() instanceof Delivery.GivenUp)
        .count();
  }
}
