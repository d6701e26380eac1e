package jp.tsunagu.runtime.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Every service answers its refusals the same way. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication
class ProblemConfiguration {

  @Bean
  ProblemAdvice problemAdvice() {
    return new ProblemAdvice();
  }

  @Bean
  ProblemPage problemPage() {
    return new ProblemPage();
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json, ObjectProvider<ProblemAsPage> pages) {
    return new ProblemWriter(json, pages);
  }
}
