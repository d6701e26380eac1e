package jp.tsunagu.compose.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session at the provider ends with its account, and nobody gets further with a password that is
 * good once.
 */
final class StillLetIn extends OncePerRequestFilter {
  private final Accounts accounts;

  StillLetIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof User)) {
      chain.doFilter(request, response);
      return;
    }
    var account = accounts.byId(who.getName());
    if (account.isEmpty()) {
      leave(request);
      response.sendRedirect("/login");
    } else if (account.get().oneTime() && !isForEverybody(request.getServletPath())) {
      response.sendRedirect("/password");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForEverybody(String path) {
    return path.equals("/password") || path.startsWith("/site/");
  }

  private static void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
