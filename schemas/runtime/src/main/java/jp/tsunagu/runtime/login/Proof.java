package jp.tsunagu.runtime.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * What the provider gave a session when it last said yes.
 *
 * @param idToken the latest one, which a logout shows
 * @param refreshToken none where the provider gives none; then the session lasts as long as the
 *     access token
 * @param confirmed when it said so
 */
record Proof(
    Identity identity,
    String idToken,
    OAuth2AccessToken accessToken,
    @Nullable OAuth2RefreshToken refreshToken,
    Instant confirmed) {

  Proof renewed(OAuth2AccessTokenResponse fresh, Instant now) {
    OAuth2RefreshToken next = fresh.getRefreshToken();
    return new Proof(
        identity, idToken, fresh.getAccessToken(), next == null ? refreshToken : next, now);
  }

  Proof of(Identity latest, String latestToken) {
    return new Proof(latest, latestToken, accessToken, refreshToken, confirmed);
  }

  Proof confirmedAt(Instant now) {
    return new Proof(identity, idToken, accessToken, refreshToken, now);
  }

  @Override
  public String toString() {
    return "Proof[***]";
  }
}
