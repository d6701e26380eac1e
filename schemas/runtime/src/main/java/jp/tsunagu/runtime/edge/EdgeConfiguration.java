package jp.tsunagu.runtime.edge;

import jp.tsunagu.runtime.problem.ProblemWriter;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service has the same edge. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(EdgeSettings.class)
class EdgeConfiguration {

  @Bean
  BodyLimit bodyLimit(
      EdgeSettings settings, ObjectProvider<Uploads> uploads, ProblemWriter writer) {
    return new BodyLimit(settings, uploads.getIfAvailable(), writer);
  }

  /** Before every filter that could read a body. */
  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimitFilter(BodyLimit limit) {
    FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(limit);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  WebMvcConfigurer announcedBodies(BodyLimit limit) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limit).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  @Bean
  EdgeAdvice edgeAdvice(BodyLimit limit) {
    return new EdgeAdvice(limit);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
      EdgeSettings settings, ProblemWriter writer) {
    return factory -> {
      factory.addConnectorCustomizers(connector -> limit(connector, settings));
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new ProblemValve(writer)));
    };
  }

  private static void limit(Connector connector, EdgeSettings settings) {
    connector.setMaxPostSize(Math.toIntExact(settings.largestBody().toBytes()));
    connector.setProperty("maxSwallowSize", Long.toString(EdgeSettings.DISCARDED.toBytes()));
  }
}
