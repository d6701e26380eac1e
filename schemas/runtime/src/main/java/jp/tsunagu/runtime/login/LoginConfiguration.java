package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import jp.tsunagu.runtime.problem.ProblemWriter;
import jp.tsunagu.runtime.site.FormsLeadTo;
import jp.tsunagu.runtime.site.SiteSettings;
import jp.tsunagu.runtime.stream.OpenStreams;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.thymeleaf.ITemplateEngine;

/** Persons log in where the settings name a provider; else nothing of this is there. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

  /** What is there where persons log in. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("tsunagu.login.client-id")
  static class Persons {

    private static final Duration LOGGING_IN = Duration.ofMinutes(10);

    @Bean
    SessionRegistry sessionRegistry() {
      return new SessionRegistryImpl();
    }

    @Bean
    OidcSessionRegistry sessionsAtProvider() {
      return new InMemoryOidcSessionRegistry();
    }

    @Bean
    FormsLeadTo formsOfLogin(LoginSettings settings) {
      return settings::providersPages;
    }

    @Bean
    Provider loginProvider(LoginSettings settings, SslBundles bundles) {
      return new Provider(settings, bundles);
    }

    /** The keys of id tokens are asked for in the same way as everything else at the provider. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokensOfLogin(Provider provider) {
      return _ -> provider.idTokens();
    }

    @Bean
    LoginGate loginGate(
        LoginSettings settings,
        Provider provider,
        SiteSettings site,
        SessionRegistry sessions,
        OidcSessionRegistry sessionsAtProvider,
        ProblemWriter writer,
        ITemplateEngine pages,
        OpenStreams streams) {
      return new LoginGate(
          settings,
          provider,
          site,
          sessions,
          sessionsAtProvider,
          new LoginGate.Answers(writer, new LoginNotes(pages)),
          streams,
          Clock.systemUTC());
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionsEnd() {
      return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    /** A session is short until somebody is logged in. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionListener> sessionsBeginShort() {
      return new ServletListenerRegistrationBean<>(
          new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent event) {
              event.getSession().setMaxInactiveInterval(Math.toIntExact(LOGGING_IN.toSeconds()));
            }
          });
    }

    /**
     * Ports share cookies, so that each service needs a name of its own; who runs several of one
     * service under one host name gives each another.
     */
    @Bean
    ServletContextInitializer sessionCookie(
        @Value("${server.servlet.session.cookie.name:tsunagu-${spring.application.name:tsunagu}}")
            String name) {
      return context -> {
        context.getSessionCookieConfig().setName(name);
        context.getSessionCookieConfig().setHttpOnly(true);
        context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
      };
    }
  }
}
