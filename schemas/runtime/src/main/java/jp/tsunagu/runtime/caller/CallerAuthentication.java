package jp.tsunagu.runtime.caller;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security carries it, however it was recognised. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final transient @Nullable CurrentPerson person;
  private final Scope scope;
  private final String tokenName;

  CallerAuthentication(
      Caller caller, Scope scope, String tokenName, @Nullable CurrentPerson person) {
    super(List.of(new SimpleGrantedAuthority(scope.name())));
    this.caller = caller;
    this.tokenName = tokenName;
    this.person = person;
    this.scope = scope;
    setAuthenticated(true);
  }

  /** A person who logged in, in the capacity in which she makes this request. */
  public static CallerAuthentication of(Caller caller, CurrentPerson person) {
    return new CallerAuthentication(caller, Scope.WRITE, "", person);
  }

  Scope scope() {
    return scope;
  }

  /** By which people tell the token that was presented from others; empty where there was none. */
  String tokenName() {
    return tokenName;
  }

  @Nullable CurrentPerson person() {
    return person;
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
