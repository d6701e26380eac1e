package jp.tsunagu.connector.directory;

import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
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

  /** One for the process; the directory teaches it schemas newer than the program. */
  @Bean
  Codec codec() {
    return Codec.standard();
  }

  /** Read with the credentials of the first hosted agency. */
  @Bean(destroyMethod = "close")
  FollowedDirectory followedDirectory(
      ConnectorProperties properties,
      BrokerAccess broker,
      HostedAgencies agencies,
      Codec codec,
      LiveDirectory live) {
    return new FollowedDirectory(
        new Topics(properties.network()),
        broker.with(agencies.all().getFirst().kafka()),
        codec,
        live::takeOver);
  }
}
