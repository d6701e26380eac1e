package jp.tsunagu.gateway.web;

import java.util.Map;
import jp.tsunagu.runtime.description.ServiceDescription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the gateway says of its interface. */
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {

  @Bean
  ServiceDescription description() {
    return new ServiceDescription(
        "つなぐ 連絡ゲートウェイ",
        "連絡の状況を読むための窓口。記録は各機関のコネクタから送る。",
        Map.of("topic", "トピック", "partition", "パーティション", "offset", "位置"));
  }
}
