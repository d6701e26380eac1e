package jp.tsunagu.stats.web;

import java.util.Map;
import jp.tsunagu.runtime.description.ServiceDescription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the statistics say of their interface. */
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {

  @Bean
  ServiceDescription description() {
    return new ServiceDescription(
        "つなぐ 統計",
        "件数と時間だけを扱う。氏名や住所はどこにもない。format で CSV と Excel も選べる。",
        Map.of("topic", "トピック", "partition", "パーティション", "offset", "位置"));
  }
}
