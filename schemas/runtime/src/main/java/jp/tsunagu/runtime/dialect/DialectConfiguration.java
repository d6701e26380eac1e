package jp.tsunagu.runtime.dialect;

import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Every service speaks the one dialect. */
@AutoConfiguration
class DialectConfiguration {

  /** From the directory that is followed; ids until there is one. */
  @Bean
  @ConditionalOnMissingBean
  AgencyNames agencyNames(ObjectProvider<FollowedDirectory> directory) {
    return id -> {
      FollowedDirectory followed = directory.getIfAvailable();
      return followed == null ? id.value() : followed.get().nameOf(id);
    };
  }

  @Bean
  JacksonModule dialect(AgencyNames names) {
    return Dialect.module(names);
  }
}
