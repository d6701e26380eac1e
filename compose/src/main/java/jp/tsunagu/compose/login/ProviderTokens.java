package jp.tsunagu.compose.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the provider gives to whom (OpenID Connect): the services, its keys, what a token says. */
@Configuration(proxyBeanMethods = false)
class ProviderTokens {
  /**
   * The bundle by which services are believed; without it, those that the Java runtime believes.
   */
  private static final String SITES = "sites";

  @Bean
  Authorizations authorizations() {
    return new Authorizations();
  }

  @Bean
  JWKSource<SecurityContext> keys(LoginProvider.Setup setup) {
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
  LogoutEverywhere logoutEverywhere(
      LoginProvider.Setup setup, JwtEncoder signing, SslBundles bundles) {
    var trust =
        bundles.getBundleNames().contains(SITES)
            ? bundles.getBundle(SITES).createSslContext()
            : null;
    return new LogoutEverywhere(setup.sites(), setup.issuer(), signing, trust);
  }

  @Bean
  AuthorizationServerSettings addresses(LoginProvider.Setup setup) {
    return AuthorizationServerSettings.builder().issuer(setup.issuer()).build();
  }

  @Bean
  RegisteredClientRepository clients(LoginProvider.Setup setup) {
    return new InMemoryRegisteredClientRepository(
        setup.sites().stream().collect(Collectors.groupingBy(Site::client)).values().stream()
            .map(ProviderTokens::client)
            .toList());
  }

  /** One client, which may stand at several addresses. */
  private static RegisteredClient client(List<Site> sites) {
    var site = sites.getFirst();
    return RegisteredClient.withId(site.client())
        .clientId(site.client())
        .clientSecret(new RandomSecret().encode(site.secret()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(all -> all.addAll(under(sites, "/login/oauth2/code/tsunagu")))
        .postLogoutRedirectUris(all -> all.addAll(under(sites, "/login/ended")))
        .scope(OidcScopes.OPENID)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(Duration.ofMinutes(5))
                .refreshTokenTimeToLive(LoginProvider.SESSION)
                .build())
        .build();
  }

  private static List<String> under(List<Site> sites, String path) {
    return sites.stream().map(site -> site.address().resolve(path).toString()).toList();
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
              .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
      if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
        context.getClaims().claim("name", account.name()).claim("roles", account.roles());
        if (account.agency() != null) {
          context.getClaims().claim("agency", account.agency());
        }
      }
    };
  }
}
