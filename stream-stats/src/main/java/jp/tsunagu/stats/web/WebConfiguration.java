package jp.tsunagu.stats.web;

import java.util.List;
import jp.tsunagu.stats.caller.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  CallerGate callerGate(Callers callers, JsonMapper json) {
    return new CallerGate(callers, json);
  }

  /** Everything under /api asks who is there; health, metrics, schemas and documentation do not. */
  @Bean
  WebMvcConfigurer callerGateConfigurer(CallerGate gate) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).addPathPatterns("/api/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(gate);
      }
    };
  }
}
