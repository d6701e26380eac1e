package jp.tsunagu.runtime.login;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.LogoutTokenClaimNames;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a logout token has to say (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6). */
final class LogoutRules {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private LogoutRules() {}

  static List<OAuth2TokenValidator<Jwt>> of(LoginSettings settings) {
    JwtTypeValidator type = new JwtTypeValidator("logout+jwt", "JWT");
    type.setAllowEmpty(true);
    return List.of(
        type,
        new JwtTimestampValidator(),
        new JwtIssuerValidator(Objects.requireNonNull(settings.issuer())),
        token ->
            isLogout(token, settings.clientId()) ? OAuth2TokenValidatorResult.success() : none());
  }

  /** An id token is none: it says no event, and may say a nonce. */
  private static boolean isLogout(Jwt token, @Nullable String client) {
    return token.getAudience() != null
        && token.getAudience().contains(client)
        && token.getClaim(LogoutTokenClaimNames.EVENTS) instanceof Map<?, ?> events
        && events.containsKey(EVENT)
        && token.getIssuedAt() != null
        && token.getId() != null
        && token.getClaim(OidcParameterNames.NONCE) == null
        && (token.getSubject() != null || token.getClaim(LogoutTokenClaimNames.SID) != null);
  }

  private static OAuth2TokenValidatorResult none() {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "no logout token for this service", null));
  }
}
