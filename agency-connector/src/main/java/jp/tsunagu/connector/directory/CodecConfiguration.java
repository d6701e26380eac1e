package jp.tsunagu.connector.directory;

import jp.tsunagu.contract.wire.Codec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One codec for the process; the directory teaches it schemas newer than the program. */
@Configuration(proxyBeanMethods = false)
class CodecConfiguration {

  @Bean
  Codec codec() {
    return Codec.standard();
  }
}
