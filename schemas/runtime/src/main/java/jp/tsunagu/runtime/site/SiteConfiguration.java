package jp.tsunagu.runtime.site;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;

/** Every service's pages look the same. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(SiteSettings.class)
class SiteConfiguration {

  @Bean
  ProblemPages problemPages(ITemplateEngine engine) {
    return new ProblemPages(engine);
  }

  @Bean
  SiteFiles siteFiles() {
    return new SiteFiles();
  }

  @Bean
  FilterRegistrationBean<ContentPolicy> contentPolicy(ObjectProvider<FormsLeadTo> forms) {
    return new ContentPolicy(forms.stream().flatMap(each -> each.addresses().stream()).toList())
        .everywhere();
  }

  @Bean
  WebMvcConfigurer site(SiteSettings settings, ObjectProvider<SitePart> own, Clock clock) {
    SiteFrame frame = new SiteFrame(settings, own, clock);
    return new WebMvcConfigurer() {

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame);
      }
    };
  }
}
