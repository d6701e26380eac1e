package jp.tsunagu.runtime.caller;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.tsunagu.runtime.stream.OpenStreams;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A stream that was opened with a token ends when the token does, or stands for somebody else. */
final class TokenStreams extends OncePerRequestFilter {

  private final AuthenticationManager tokens;
  private final OpenStreams streams;

  TokenStreams(AuthenticationManager tokens, OpenStreams streams) {
    this.tokens = tokens;
    this.streams = streams;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    PresentedToken token = PresentedToken.of(request);
    if (token != null
        && SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known) {
      chain.doFilter(request, response);
      streams.watch(request, response, () -> isIn(token, known.getPrincipal()));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** While the provider is away nobody knows better. */
  private boolean isIn(PresentedToken token, Caller caller) {
    try {
      return tokens.authenticate(token) instanceof CallerAuthentication known
          && known.getPrincipal().equals(caller);
    } catch (InternalAuthenticationServiceException away) {
      return true;
    } catch (AuthenticationException over) {
      return false;
    }
  }
}
