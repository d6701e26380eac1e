package jp.tsunagu.gateway.configuration;

import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every part of the gateway stands on: the city's configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class NetworkSetup {

  @Bean
  NetworkConfiguration networkConfiguration(GatewayProperties properties) {
    return switch (NetworkFile.read(properties.cityFile())) {
      case NetworkFile.Usable usable -> usable.configuration();
      case NetworkFile.Unusable unusable -> throw StartRefused.because(unusable.report());
    };
  }
}
