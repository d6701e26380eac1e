package jp.tsunagu.runtime.caller;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;

/** Recognises callers by their tokens; what fails is counted by its kind. */
final class TokenProvider implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(TokenProvider.class);
  private static final String REFUSED = "tsunagu.caller.refused";

  private final Callers callers;
  private final @Nullable PersonsLogin login;
  private final MeterRegistry registry;

  TokenProvider(Callers callers, @Nullable PersonsLogin login, MeterRegistry registry) {
    this.callers = callers;
    this.login = login;
    this.registry = registry;
  }

  @Override
  public Authentication authenticate(Authentication presented) {
    String token = String.valueOf(presented.getCredentials());
    return switch (callers.judge(token)) {
      case Callers.Judgement.Good(Caller caller, Scope scope, String name) ->
          new CallerAuthentication(caller, scope, name, null);
      case Callers.Judgement.Expired(String name) -> {
        registry.counter(REFUSED, "reason", "expired").increment();
        LOG.warn("an expired token was used: {}", name);
        throw new CredentialsExpiredException("expired");
      }
      case Callers.Judgement.Unknown() -> ofProvider(token);
    };
  }

  private Authentication ofProvider(String token) {
    return switch (login == null ? new PersonsLogin.Reading.Unknown() : login.read(token)) {
      case PersonsLogin.Reading.Good(Caller caller, String name, CurrentPerson person) ->
          new CallerAuthentication(caller, Scope.WRITE, name, person);
      case PersonsLogin.Reading.Away() -> {
        registry.counter(REFUSED, "reason", "away").increment();
        throw new InternalAuthenticationServiceException("away");
      }
      case PersonsLogin.Reading.Unknown() -> {
        registry.counter(REFUSED, "reason", "unknown").increment();
        throw new BadCredentialsException("unknown");
      }
    };
  }

  @Override
  public boolean supports(Class<?> kind) {
    return kind.equals(PresentedToken.class);
  }
}
