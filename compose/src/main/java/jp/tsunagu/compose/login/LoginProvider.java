package jp.tsunagu.compose.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.runtime.caller.FailedAttempts;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/**
 * Who everybody is, for a run on one machine (OpenID Connect): one more application in the same
 * process, on 127.0.0.1. A real network names the city's own provider in place of it.
 */
public final class LoginProvider implements AutoCloseable {
  private static final Duration SESSION = Duration.ofHours(10);

  private final ConfigurableApplicationContext application;
  private final Optional<String> oneTimePassword;

  private LoginProvider(ConfigurableApplicationContext application, Optional<String> oneTime) {
    this.application = application;
    this.oneTimePassword = oneTime;
  }

  /**
   * Where it is and for whom.
   *
   * @param folder of accounts and key, for its owner only
   * @param port on 127.0.0.1
   * @param sites whose people log in
   */
  public record Setup(Path folder, int port, List<Site> sites) {
    /** Keeps an unmodifiable copy. */
    public Setup {
      sites = List.copyOf(sites);
    }

    /** Its name, which is also its address. */
    public String issuer() {
      return "http://127.0.0.1:" + port;
    }

    /** Where sample people and their passwords stand. */
    public Path samplePeople() {
      return folder.resolve(FirstPeople.FILE);
    }
  }

  /** Starts it, with people where it has none yet. */
  public static LoginProvider start(Setup setup, City city, Clock clock) {
    var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    var accounts = Accounts.in(setup.folder());
    var oneTime = new FirstPeople(encoder).settle(city, accounts, setup.folder());
    var application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("accounts", accounts);
                  context.getBeanFactory().registerSingleton("encoder", encoder);
                  context.getBeanFactory().registerSingleton("setup", setup);
                  context.getBeanFactory().registerSingleton("sharedClock", clock);
                })
            .run(
                "--spring.config.name=login-provider",
                "--spring.application.name=login-provider",
                "--spring.jmx.enabled=false",
                "--spring.threads.virtual.enabled=true",
                "--server.address=127.0.0.1",
                "--server.port=" + setup.port(),
                "--server.shutdown=immediate",
                "--server.servlet.session.timeout=" + SESSION,
                "--server.servlet.session.cookie.name=tsunagu-login",
                "--server.servlet.session.cookie.http-only=true",
                "--server.servlet.session.cookie.same-site=lax");
    return new LoginProvider(application, oneTime);
  }

  /** The password of a city's own administrator, where this start made her; told once. */
  public Optional<String> oneTimePassword() {
    return oneTimePassword;
  }

  /** Services prove themselves by secrets that nobody chose, every few seconds. */
  private static void compareSecrets(List<AuthenticationProvider> providers) {
    providers.stream()
        .filter(ClientSecretAuthenticationProvider.class::isInstance)
        .map(ClientSecretAuthenticationProvider.class::cast)
        .forEach(each -> each.setPasswordEncoder(new RandomSecret()));
  }

  /** Who can log in. */
  public Accounts accounts() {
    return application.getBean(Accounts.class);
  }

  /** Where a person begins to log in by hand. */
  public URI address() {
    return URI.create(application.getBean(Setup.class).issuer());
  }

  @Override
  public void close() {
    application.close();
  }

  /** The application; it shares no automatic configuration with its neighbours. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class
  })
  @Import(LoginPage.class)
  static class Application {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
        HttpSecurity http, Accounts accounts, LogoutEverywhere everywhere, Setup setup) {
      var over = new OidcLogoutAuthenticationSuccessHandler();
      over.setLogoutHandler(
          new CompositeLogoutHandler(everywhere, new SecurityContextLogoutHandler()));
      http.oauth2AuthorizationServer(
              server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(oidc -> oidc.logoutEndpoint(at -> at.logoutResponseHandler(over)));
                server.clientAuthentication(
                    it -> it.authenticationProviders(LoginProvider::compareSecrets));
              })
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .addFilterBefore(new StillLetIn(accounts), AuthorizationFilter.class)
          .exceptionHandling(
              it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .headers(headers -> policy(headers, setup));
      return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
        HttpSecurity http,
        SlowedLogin login,
        SessionRegistry sessions,
        Accounts accounts,
        Setup setup) {
      return http.authorizeHttpRequests(
              requests ->
                  requests
                      .requestMatchers("/login", "/login.css", "/error")
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
          .headers(headers -> policy(headers, setup))
          .build();
    }

    /** A login goes on to the service where it began. */
    private static void policy(HeadersConfigurer<HttpSecurity> headers, Setup setup) {
      var sites =
          setup.sites().stream()
              .map(site -> site.address().toString())
              .collect(Collectors.joining(" "));
      headers
          .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
          .contentSecurityPolicy(
              it ->
                  it.policyDirectives(
                      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors"
                          + " 'none'; form-action 'self' "
                          + sites));
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

    @Bean
    Authorizations authorizations() {
      return new Authorizations();
    }

    @Bean
    JWKSource<SecurityContext> keys(Setup setup) {
      return ProviderKey.in(setup.folder());
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    JwtEncoder signing(JWKSource<SecurityContext> keys) {
      return new NimbusJwtEncoder(keys);
    }

    @Bean
    LogoutEverywhere logoutEverywhere(Setup setup, JwtEncoder signing) {
      return new LogoutEverywhere(setup.sites(), setup.issuer(), signing);
    }

    @Bean
    AuthorizationServerSettings addresses(Setup setup) {
      return AuthorizationServerSettings.builder().issuer(setup.issuer()).build();
    }

    @Bean
    RegisteredClientRepository clients(Setup setup) {
      return new InMemoryRegisteredClientRepository(
          setup.sites().stream().map(Application::client).toList());
    }

    private static RegisteredClient client(Site site) {
      return RegisteredClient.withId(site.client())
          .clientId(site.client())
          .clientSecret(new RandomSecret().encode(site.secret()))
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
          .redirectUri(site.address().resolve("/login/oauth2/code/tsunagu").toString())
          .postLogoutRedirectUri(site.address().resolve("/login/ended").toString())
          .scope(OidcScopes.OPENID)
          .clientSettings(
              ClientSettings.builder()
                  .requireProofKey(true)
                  .requireAuthorizationConsent(false)
                  .build())
          .tokenSettings(
              TokenSettings.builder()
                  .accessTokenTimeToLive(Duration.ofMinutes(5))
                  .refreshTokenTimeToLive(SESSION)
                  .build())
          .build();
    }

    private static String nameOf(JwtEncodingContext context) {
      var who = context.getPrincipal();
      return who == null ? "" : who.getName();
    }

    /** Tells the services who somebody is, and nothing about who is not let in any more. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts) {
      return context -> {
        var account =
            accounts
                .byId(nameOf(context))
                .orElseThrow(
                    () -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
          context.getClaims().claim("name", account.name()).claim("roles", account.roles());
          if (account.agency() != null) {
            context.getClaims().claim("agency", account.agency());
          }
        }
      };
    }
  }
}
