package jp.tsunagu.compose.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What the provider gave and may renew, in memory: the 20,000 that were renewed last. With a
 * restart everybody logs in again. Thread-safe.
 */
final class Authorizations implements OAuth2AuthorizationService {
  private static final int MOST = 20_000;

  private final Map<String, OAuth2Authorization> all = new Latest();

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    all.put(authorization.getId(), authorization);
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    all.remove(authorization.getId());
  }

  /** Everything that was given to somebody: nothing of it can be renewed. */
  synchronized void removeAllOf(String principal) {
    all.values().removeIf(each -> each.getPrincipalName().equals(principal));
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    return all.get(id);
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    return all.values().stream().filter(each -> has(each, token)).findFirst().orElse(null);
  }

  private static boolean has(OAuth2Authorization authorization, String token) {
    return token.equals(authorization.getAttribute("state"))
        || isIn(authorization.getToken(OAuth2AuthorizationCode.class), token)
        || isIn(authorization.getAccessToken(), token)
        || isIn(authorization.getRefreshToken(), token)
        || isIn(authorization.getToken(OidcIdToken.class), token);
  }

  private static boolean isIn(
      OAuth2Authorization.@Nullable Token<? extends OAuth2Token> held, String token) {
    return Optional.ofNullable(held)
        .filter(each -> each.getToken().getTokenValue().equals(token))
        .isPresent();
  }

  /** Forgets what was renewed longest ago. */
  private static final class Latest extends LinkedHashMap<String, OAuth2Authorization> {
    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
      return size() > MOST;
    }
  }
}
