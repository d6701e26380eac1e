package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.runtime.caller.PresentedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * What a form of a page proves is kept in the session of a person. Who presents a token proves
 * nothing by it and has no session: none is begun for a page that is already on its way.
 */
final class PersonsCsrfTokens implements CsrfTokenRepository {

  private final HttpSessionCsrfTokenRepository ofSession = new HttpSessionCsrfTokenRepository();

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return ofSession.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (PresentedToken.of(request) == null) {
      ofSession.saveToken(token, request, response);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return ofSession.loadToken(request);
  }
}
