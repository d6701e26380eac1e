package jp.tsunagu.runtime.page;

import jp.tsunagu.runtime.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service reads parameters in the same way. */
@AutoConfiguration
@ConditionalOnWebApplication
class PageConfiguration {

  @Bean
  WebMvcConfigurer parameters(ObjectProvider<MoreParameters> more, ProblemWriter writer) {
    DeclaredParameters declared = new DeclaredParameters(more.orderedStream().toList());
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterGuard(declared, writer));
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new CodeConversion());
        registry.addConverter(new Days.OfDay());
        registry.addConverter(new Days.OfYear());
      }
    };
  }
}
