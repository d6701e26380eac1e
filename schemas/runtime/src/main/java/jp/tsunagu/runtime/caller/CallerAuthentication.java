package jp.tsunagu.runtime.caller;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security carries it, however it was recognised. */
final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final Scope scope;

  CallerAuthentication(Caller caller, Scope scope) {
    super(List.of(new SimpleGrantedAuthority(scope.name())));
    this.caller = caller;
    this.scope = scope;
    setAuthenticated(true);
  }

  Scope scope() {
    return scope;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return "";
  }
}
