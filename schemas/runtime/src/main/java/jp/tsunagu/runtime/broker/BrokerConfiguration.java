package jp.tsunagu.runtime.broker;

import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Gives every service its way to the broker, as Boot's settings tell it. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class BrokerConfiguration {

  @Bean
  static BrokerServers brokerServers(Environment environment) {
    return new BrokerServers(environment);
  }

  @Bean
  ClientListeners clientListeners(
      ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> consumers,
      ObjectProvider<DefaultKafkaProducerFactoryCustomizer> producers,
      ObjectProvider<StreamsBuilderFactoryBeanConfigurer> streams) {
    return new ClientListeners(
        consumers.orderedStream().toList(),
        producers.orderedStream().toList(),
        streams.orderedStream().toList());
  }

  /** Watched before anybody has a client: who cannot get in does not try for ever. */
  @Bean
  WatchedBroker watchedBroker(
      Environment environment,
      KafkaProperties set,
      KafkaConnectionDetails connection,
      ClientListeners listeners,
      ObjectProvider<BrokerWays> ways) {
    String application = environment.getProperty("spring.application.name", "tsunagu");
    BrokerAccess broker =
        new BrokerAccess(
            set.getClientId() == null ? application : set.getClientId(),
            settings(set, connection),
            listeners);
    BrokerWatch watch = new BrokerWatch(ways.getIfAvailable(() -> BrokerWays.ONE).over(broker));
    watch.refuseIfClosed();
    return new WatchedBroker(broker, watch);
  }

  private static ClientSettings settings(KafkaProperties set, KafkaConnectionDetails connection) {
    try {
      SslBundle bundle = connection.getSslBundle();
      if (bundle != null) {
        bundle.createSslContext();
      }
      return ClientSettings.of(set, connection);
    } catch (NoSuchSslBundleException _) {
      throw StartRefused.because(
          "設定 spring.kafka.ssl.bundle が指す証明書の組がありません。spring.ssl.bundle.* で定めてください。");
    } catch (IllegalStateException | IllegalArgumentException _) {
      throw StartRefused.because(
          "設定 spring.kafka.ssl.bundle が指す証明書の組を読めません。spring.ssl.bundle.* が指すファイルの場所と中身を確かめてください。");
    }
  }

  @Bean
  BrokerAccess brokerAccess(WatchedBroker watched) {
    return watched.broker();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  BrokerWatch brokerHealthIndicator(WatchedBroker watched) {
    return watched.watch();
  }
}
