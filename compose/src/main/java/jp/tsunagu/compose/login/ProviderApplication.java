package jp.tsunagu.compose.login;

import java.time.Clock;
import java.util.List;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.runtime.caller.FailedAttempts;
import jp.tsunagu.runtime.site.ContentPolicy;
import jp.tsunagu.runtime.site.SiteFiles;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/**
 * Who gets to which address of the provider; it shares no automatic configuration with the services
 * of its process.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  SslAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class
})
@Import({ProviderTokens.class, LoginPage.class, AccountPages.class, ErrorPage.class})
class ProviderApplication {

  @Bean
  SiteFiles files() {
    return new SiteFiles();
  }

  /** A login goes on to the service where it began. */
  @Bean
  FilterRegistrationBean<ContentPolicy> contentPolicy(LoginProvider.Setup setup) {
    return new ContentPolicy(setup.sites().stream().map(site -> site.address().toString()).toList())
        .everywhere();
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, Accounts accounts, LogoutEverywhere everywhere) {
    var over = new OidcLogoutAuthenticationSuccessHandler();
    over.setLogoutHandler(
        new CompositeLogoutHandler(everywhere, new SecurityContextLogoutHandler()));
    http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(oidc -> oidc.logoutEndpoint(at -> at.logoutResponseHandler(over)));
              server.clientAuthentication(
                  it -> it.authenticationProviders(ProviderApplication::compareSecrets));
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new StillLetIn(accounts), AuthorizationFilter.class)
        .exceptionHandling(
            it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .headers(ProviderApplication::protect);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, SlowedLogin login, SessionRegistry sessions, Accounts accounts) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/login", "/health", "/error", SiteFiles.ADDRESSES)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .authenticationProvider(login)
        .sessionManagement(
            it ->
                it.addSessionAuthenticationStrategy(
                    new RegisterSessionAuthenticationStrategy(sessions)))
        .formLogin(it -> it.loginPage("/login").failureUrl("/login?failed"))
        .logout(it -> it.logoutSuccessUrl("/login?over"))
        .addFilterBefore(new StillLetIn(accounts), AuthorizationFilter.class)
        .headers(ProviderApplication::protect)
        .build();
  }

  @Bean
  AccountChanges changes(LoginProvider.Setup setup, Clock clock) {
    return new AccountChanges(setup.folder(), clock);
  }

  @Bean
  AccountAdministration administration(
      Accounts accounts,
      AccountChanges changes,
      Authorizations given,
      PasswordEncoder encoder,
      City city) {
    return new AccountAdministration(accounts, changes, given, encoder, city.everyone());
  }

  @Bean
  SlowedLogin slowedLogin(Accounts accounts, PasswordEncoder encoder, Clock clock) {
    return new SlowedLogin(accounts, encoder, new FailedAttempts(clock));
  }

  @Bean
  SessionRegistry sessionRegistry() {
    return new SessionRegistryImpl();
  }

  @Bean
  ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionsEnd() {
    return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false));
  }

  /** Services prove themselves by secrets that nobody chose, every few seconds. */
  private static void compareSecrets(List<AuthenticationProvider> providers) {
    providers.stream()
        .filter(ClientSecretAuthenticationProvider.class::isInstance)
        .map(ClientSecretAuthenticationProvider.class::cast)
        .forEach(each -> each.setPasswordEncoder(new RandomSecret()));
  }
}
