package jp.tsunagu.runtime.login;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody as she logged in; the same person in two sessions is equal to herself. */
final class LoggedIn implements OidcUser {

  private final transient Identity identity;
  private final OidcIdToken token;

  LoggedIn(Identity identity, OidcIdToken token) {
    this.identity = identity;
    this.token = token;
  }

  Identity identity() {
    return identity;
  }

  @Override
  public OidcIdToken getIdToken() {
    return token;
  }

  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public Map<String, Object> getClaims() {
    return token.getClaims();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return token.getClaims();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getName() {
    return identity.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LoggedIn same && same.identity.id().equals(identity.id());
  }

  @Override
  public int hashCode() {
    return identity.id().hashCode();
  }

  @Override
  public String toString() {
    return "LoggedIn[***]";
  }
}
