package jp.tsunagu.runtime.site;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;

/** Every service's pages look the same. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(SiteSettings.class)
class SiteConfiguration {

  private static final String FILES = "/site/**";
  private static final String OWN = "classpath:/site/";
  private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

  @Bean
  ProblemPages problemPages(ITemplateEngine engine) {
    return new ProblemPages(engine);
  }

  @Bean
  WebMvcConfigurer site(SiteSettings settings, ObjectProvider<SitePart> own, Clock clock) {
    SiteFrame frame = new SiteFrame(settings, own, clock);
    return new WebMvcConfigurer() {

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame);
      }

      /** Asked for again each time, and sent again only after an upgrade. */
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(FILES)
            .addResourceLocations(OWN, HTMX)
            .setCacheControl(CacheControl.noCache());
      }
    };
  }
}
