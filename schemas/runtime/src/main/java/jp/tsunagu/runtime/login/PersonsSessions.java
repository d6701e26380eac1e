package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.runtime.caller.PresentedToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Sessions are for persons. Who presents a token is known for this request alone: else each of a
 * system's requests would begin a session of its own, kept and counted until it is too old.
 */
final class PersonsSessions extends HttpSessionSecurityContextRepository {

  PersonsSessions() {
    setDisableUrlRewriting(true);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return PresentedToken.of(request) != null || super.containsContext(request);
  }
}
