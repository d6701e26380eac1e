package jp.tsunagu.runtime.login;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of the login as a service sees it. Nothing is asked before somebody needs it; each
 * question ends after a few seconds. Thread-safe.
 */
final class Provider {

  /** The one registration of a service, which stands in its addresses. */
  static final String NAME = "tsunagu";

  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(4);

  /** What a provider that is there answers where it cannot tell. */
  private static final Set<String> NOT_NOW =
      Set.of(
          "invalid_token_response",
          OAuth2ErrorCodes.SERVER_ERROR,
          OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);

  private final LoginSettings settings;
  private final Claims claims;
  private final JdkClientHttpRequestFactory http;
  private final RestClientRefreshTokenTokenResponseClient refreshing =
      new RestClientRefreshTokenTokenResponseClient();
  private final ClientRegistration registration;
  private final JwtDecoder idTokens;
  private final JwtDecoder accessTokens;
  private final JwtDecoder logoutTokens;

  Provider(LoginSettings settings, SslBundles bundles) {
    this.settings = settings;
    this.claims = new Claims(settings);
    HttpClient.Builder asking = HttpClient.newBuilder().connectTimeout(CONNECTING);
    String trusted = settings.sslBundle();
    if (trusted != null && !trusted.isBlank()) {
      asking.sslContext(bundles.getBundle(trusted).createSslContext());
    }
    this.http = new JdkClientHttpRequestFactory(asking.build());
    http.setReadTimeout(ANSWERING);
    refreshing.setRestClient(client());
    this.registration = registration(settings);
    this.idTokens =
        decoder(List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    this.accessTokens =
        decoder(
            List.of(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(Objects.requireNonNull(settings.issuer())),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, this::isForUs)));
    this.logoutTokens = decoder(LogoutRules.of(settings), false);
  }

  private boolean isForUs(List<String> audience) {
    return settings.audience() != null
        && audience != null
        && audience.contains(settings.audience());
  }

  private RestClient client() {
    return RestClient.builder()
        .requestFactory(http)
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  private JwtDecoder decoder(List<OAuth2TokenValidator<Jwt>> rules) {
    return decoder(rules, true);
  }

  private JwtDecoder decoder(List<OAuth2TokenValidator<Jwt>> rules, boolean plainType) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(settings.jwkSetUri()))
            .restOperations(new RestTemplate(http))
            .validateType(plainType)
            .jwsAlgorithms(
                known ->
                    known.addAll(
                        Set.of(
                            SignatureAlgorithm.RS256,
                            SignatureAlgorithm.PS256,
                            SignatureAlgorithm.ES256)))
            .build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
    return decoder;
  }

  private static ClientRegistration registration(LoginSettings settings) {
    String site = settings.site() == null ? "{baseUrl}" : settings.site();
    return ClientRegistration.withRegistrationId(NAME)
        .clientId(Objects.requireNonNull(settings.clientId()))
        .clientSecret(Objects.requireNonNull(settings.clientSecret()))
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .redirectUri(site + "/login/oauth2/code/{registrationId}")
        .scope(settings.scopes())
        .authorizationUri(Objects.requireNonNull(settings.authorizationUri()))
        .tokenUri(Objects.requireNonNull(settings.tokenUri()))
        .jwkSetUri(Objects.requireNonNull(settings.jwkSetUri()))
        .issuerUri(Objects.requireNonNull(settings.issuer()))
        .userNameAttributeName(JwtClaimNames.SUB)
        .build();
  }

  ClientRegistration registration() {
    return registration;
  }

  JwtDecoder idTokens() {
    return idTokens;
  }

  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
    RestClientAuthorizationCodeTokenResponseClient codes =
        new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(client());
    return codes;
  }

  /** What came of asking. */
  sealed interface Answer {

    /** It knows this person, as she is now. */
    record Confirmed(Proof proof) implements Answer {}

    /** It does not let her in any more. */
    record Withdrawn() implements Answer {}

    /** It cannot be asked at the moment. */
    record Away() implements Answer {}
  }

  /** Asks whether somebody is still let in, and who she is now. */
  Answer confirm(Proof proof, Instant now) {
    if (proof.refreshToken() == null) {
      Instant end = proof.accessToken().getExpiresAt();
      return end != null && end.isAfter(now)
          ? new Answer.Confirmed(proof.confirmedAt(now))
          : new Answer.Withdrawn();
    }
    try {
      OAuth2AccessTokenResponse fresh =
          refreshing.getTokenResponse(
              new OAuth2RefreshTokenGrantRequest(
                  registration, proof.accessToken(), proof.refreshToken()));
      return confirmed(proof, fresh, now);
    } catch (OAuth2AuthorizationException refused) {
      return NOT_NOW.contains(refused.getError().getErrorCode())
          ? new Answer.Away()
          : new Answer.Withdrawn();
    } catch (BadJwtException _) {
      return new Answer.Withdrawn();
    } catch (JwtException | RestClientException _) {
      return new Answer.Away();
    }
  }

  private Answer confirmed(Proof proof, OAuth2AccessTokenResponse fresh, Instant now) {
    Object token = fresh.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    Proof renewed = proof.renewed(fresh, now);
    if (!(token instanceof String text)) {
      return new Answer.Confirmed(renewed);
    }
    return claims
        .read(idTokens.decode(text).getClaims())
        .filter(identity -> identity.id().equals(proof.identity().id()))
        .<Answer>map(identity -> new Answer.Confirmed(renewed.of(identity, text)))
        .orElseGet(Answer.Withdrawn::new);
  }

  /** Who somebody is by a token that was found right. */
  Optional<Identity> read(ClaimAccessor token) {
    return claims.read(token.getClaims());
  }

  /**
   * A token that somebody presented.
   *
   * @throws BadJwtException for what is none, is over, or is for somebody else
   * @throws JwtException while the provider's keys cannot be read
   */
  Jwt token(String text) {
    return accessTokens.decode(text);
  }

  /**
   * What says that sessions at the provider are over.
   *
   * @throws BadJwtException for what the provider did not say, or not to this service
   * @throws JwtException while the provider's keys cannot be read
   */
  OidcLogoutToken logoutToken(String text) {
    Jwt told = logoutTokens.decode(text);
    return OidcLogoutToken.withTokenValue(text)
        .claims(claims -> claims.putAll(told.getClaims()))
        .build();
  }
}
