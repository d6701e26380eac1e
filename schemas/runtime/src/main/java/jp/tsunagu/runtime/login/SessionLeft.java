package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/** How long a session goes on by itself, for the page that warns its person. */
final class SessionLeft {

  private final Provider provider;
  private final SessionRegistry sessions;
  private final Clock clock;

  SessionLeft(Provider provider, SessionRegistry sessions, Clock clock) {
    this.sessions = sessions;
    this.provider = provider;
    this.clock = clock;
  }

  /** In seconds begun, 0 where there is none; asking does not prolong it. */
  long of(HttpServletRequest request) {
    return seconds(good(request), clock.instant());
  }

  /** Goes on with it, where it is not over yet. */
  long prolonged(HttpServletRequest request) {
    Instant now = clock.instant();
    Optional<Standing> standing = good(request);
    standing.ifPresent(it -> it.use(now));
    return seconds(standing, now);
  }

  private Optional<Standing> good(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .filter(this::isKnown)
        .flatMap(Standing::of)
        .filter(it -> it.check(provider, clock.instant()) instanceof Standing.Verdict.Good);
  }

  private boolean isKnown(HttpSession session) {
    SessionInformation known = sessions.getSessionInformation(session.getId());
    return known != null && !known.isExpired();
  }

  private static long seconds(Optional<Standing> standing, Instant now) {
    return standing.map(it -> it.left(now).plusMillis(999).toSeconds()).orElse(0L);
  }
}
