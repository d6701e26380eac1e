package jp.tsunagu.gateway.directory;

import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.DirectoryConfiguration;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(DirectoryConfiguration.class)
class DirectorySetup {

  /** The directory teaches it what newer programs write. */
  @Bean
  Codec codec() {
    return Codec.standard();
  }

  /** Started by the engine, once the topic is there. */
  @Bean(destroyMethod = "close")
  FollowedDirectory followedDirectory(Topics topics, BrokerAccess broker, Codec codec) {
    return new FollowedDirectory(topics, broker, codec);
  }
}
