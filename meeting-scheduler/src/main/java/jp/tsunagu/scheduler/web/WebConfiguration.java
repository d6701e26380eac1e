package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.util.List;
import jp.tsunagu.scheduler.caller.Callers;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  ReadingRoom readingRoom(Knowledge knowledge, Clock clock) {
    return new ReadingRoom(knowledge, clock);
  }

  @Bean
  Acting acting(Commands commands, Knowledge knowledge) {
    return new Acting(commands, knowledge);
  }

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
