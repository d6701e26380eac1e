package jp.tsunagu.connector.view;

import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.runtime.dialect.AgencyNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;

/** What the mapper of the interface knows besides the dialect. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

  @Bean
  AgencyNames agencyNames(CurrentDirectory directory) {
    return id -> directory.snapshot().nameOf(id);
  }

  @Bean
  JacksonModule secrets() {
    return ViewJson.secrets();
  }
}
