package jp.tsunagu.compose.login;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.FailedAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Knows people by their passwords. After a few wrong ones for an account its answers wait longer
 * and longer, one after the other however many ask at once. An account that does not exist takes as
 * long as one that does.
 */
final class SlowedLogin implements AuthenticationProvider {
  private static final int LANES = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LONGEST = 200;

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final FailedAttempts attempts;
  private final String nobodys;
  private final List<Semaphore> lanes =
      Stream.generate(() -> new Semaphore(1, true)).limit(LANES).toList();

  SlowedLogin(Accounts accounts, PasswordEncoder encoder, FailedAttempts attempts) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.attempts = attempts;
    this.nobodys = String.valueOf(encoder.encode("nobody"));
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    var login = typed.getName().strip().toLowerCase(Locale.ROOT);
    var password = String.valueOf(typed.getCredentials());
    if (login.length() > LONGEST || password.length() > LONGEST) {
      throw new BadCredentialsException("too long");
    }
    var lane = lanes.get(Math.floorMod(login.hashCode(), LANES));
    try {
      if (!lane.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AuthenticationServiceException("too many at once");
      }
      try {
        return answer(login, password);
      } finally {
        lane.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AuthenticationServiceException("stopping", stopping);
    }
  }

  private Authentication answer(String login, String password) throws InterruptedException {
    var account = accounts.byLogin(login);
    var right = encoder.matches(password, account.map(Account::password).orElse(nobodys));
    if (account.isEmpty() || !right) {
      TimeUnit.MILLISECONDS.sleep(attempts.after(login).toMillis());
      throw new BadCredentialsException("wrong");
    }
    var person = new User(account.get().id(), "", AuthorityUtils.NO_AUTHORITIES);
    return UsernamePasswordAuthenticationToken.authenticated(
        person,
        null,
        List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
  }

  @Override
  public boolean supports(@Nullable Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.equals(kind);
  }
}
