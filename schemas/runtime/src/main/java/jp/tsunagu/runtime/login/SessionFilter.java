package jp.tsunagu.runtime.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CallerAuthentication;
import jp.tsunagu.runtime.caller.DoorKeeper;
import jp.tsunagu.runtime.caller.PresentedToken;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import jp.tsunagu.runtime.stream.OpenStreams;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a caller of whoever has a session, for this request alone: in the capacity that the door
 * asks for. A request that presents a token is not looked at here. Who is nobody gets the answer of
 * what does not exist.
 */
final class SessionFilter extends OncePerRequestFilter {

  private final Provider provider;
  private final DoorKeeper keeper;
  private final ProblemWriter writer;
  private final OpenStreams streams;
  private final SessionRegistry sessions;
  private final Clock clock;

  SessionFilter(
      Provider provider,
      DoorKeeper keeper,
      ProblemWriter writer,
      OpenStreams streams,
      SessionRegistry sessions,
      Clock clock) {
    this.streams = streams;
    this.sessions = sessions;
    this.provider = provider;
    this.keeper = keeper;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!keeper.isGuarded(request) || PresentedToken.of(request) != null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
    Optional<Standing> standing = session.flatMap(Standing::of);
    if (session.isEmpty() || standing.isEmpty()) {
      become(null);
      chain.doFilter(request, response);
      return;
    }
    switch (standing.get().check(provider, clock.instant())) {
      case Standing.Verdict.Good(Identity identity) -> {
        Optional<Caller> caller = enter(identity, standing.get(), request);
        if (caller.isPresent()) {
          chain.doFilter(request, response);
          String id = session.get().getId();
          streams.watch(request, response, () -> isIn(id, standing.get(), caller.get()));
        } else {
          writer.write(CommonProblem.NOT_FOUND.problem(), response);
        }
      }
      case Standing.Verdict.Over() -> {
        end(session.get());
        become(null);
        chain.doFilter(request, response);
      }
      case Standing.Verdict.Unsure() -> writer.write(CommonProblem.LOGIN_AWAY.problem(), response);
    }
  }

  private boolean isIn(String session, Standing standing, Caller caller) {
    SessionInformation known = sessions.getSessionInformation(session);
    return known != null
        && !known.isExpired()
        && standing.check(provider, clock.instant())
            instanceof Standing.Verdict.Good(Identity identity)
        && identity.capacities().contains(caller);
  }

  /** Whoever she is; where the door lets none of her capacities in, it says so itself. */
  private Optional<Caller> enter(Identity identity, Standing standing, HttpServletRequest request) {
    List<Caller> capacities = identity.capacities();
    if (capacities.isEmpty()) {
      return Optional.empty();
    }
    if (isHers(request)) {
      standing.use(clock.instant());
    }
    Caller caller = keeper.fitting(request, capacities).orElse(capacities.getFirst());
    become(CallerAuthentication.of(caller, identity.person(standing.left(clock.instant()))));
    return Optional.of(caller);
  }

  /** Whether she asks for it, and not an open page by itself. */
  private static boolean isHers(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return request.getHeader("HX-Request") == null
        && (accepted == null || !accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
  }

  private static void become(
      org.springframework.security.core.@org.jspecify.annotations.Nullable Authentication who) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException gone) {
      // another request of the same session was first
    }
  }
}
