package jp.tsunagu.gateway.view;

import java.time.Clock;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideConfiguration;
import jp.tsunagu.runtime.aside.AsideSight;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.runtime.form.Identifiers;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(AsideConfiguration.class)
class ViewConfiguration {

  /** Started and stopped by the views. */
  @Bean(destroyMethod = "")
  AsideTopic asideTopic(Topics topics, BrokerAccess broker, Clock clock) {
    return new AsideTopic(topics.aside(Party.GATEWAY), broker, clock);
  }

  @Bean
  Views views(
      Topics topics,
      Codec codec,
      BrokerAccess broker,
      FollowedDirectory directory,
      AsideTopic aside) {
    return new Views(topics, codec, broker, directory, aside);
  }

  /**
   * What could not be read of a protected case is there for whom the case is there; administrators,
   * who keep the network running and see no case by it, see every place.
   */
  @Bean
  AsideSight asideSight(Views views) {
    return (caller, key) ->
        caller instanceof Caller.Administrator
            || !Identifiers.isUuid(key)
            || views.mayKnow(caller, CaseId.of(key));
  }

  /** Out of service until the views have been rebuilt; tells which topic is waited for, and why. */
  @Bean
  HealthIndicator viewsHealthIndicator(Views views) {
    return views::health;
  }
}
