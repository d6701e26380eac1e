package jp.tsunagu.runtime.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the provider tells that a session there is over (OpenID Connect Back-Channel Logout 1.0).
 * Spring Security's own reads the provider's keys with what Java trusts and has no setting for it;
 * here they are asked for as those of every other token. It answers 200, 400 to what the provider
 * did not say, and 503 while the keys cannot be read.
 */
final class BackChannel extends OncePerRequestFilter {

  private static final String PATH = "/logout/connect/back-channel/" + Provider.NAME;

  private final Provider provider;
  private final Logout logout;

  BackChannel(Provider provider, Logout logout) {
    this.provider = provider;
    this.logout = logout;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod()) || !PATH.equals(request.getServletPath());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(told(request.getParameter("logout_token")));
  }

  private int told(@Nullable String token) {
    if (token == null) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    try {
      logout.over(provider.logoutToken(token));
      return HttpServletResponse.SC_OK;
    } catch (BadJwtException _) {
      return HttpServletResponse.SC_BAD_REQUEST;
    } catch (JwtException _) {
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }
}
