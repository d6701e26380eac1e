package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Ends sessions: hers, when she says so, and here those that the provider says are over. */
final class Logout implements LogoutHandler, LogoutSuccessHandler {

  private static final String ID_TOKEN = Logout.class.getName() + ".idToken";

  private final LoginSettings settings;
  private final SessionRegistry sessions;
  private final OidcSessionRegistry atProvider;
  private final LoginNotes notes;

  Logout(
      LoginSettings settings,
      SessionRegistry sessions,
      OidcSessionRegistry atProvider,
      LoginNotes notes) {
    this.notes = notes;
    this.settings = settings;
    this.sessions = sessions;
    this.atProvider = atProvider;
  }

  /** Remembers, before the session is gone, by what the provider knows it. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    Optional.ofNullable(request.getSession(false))
        .flatMap(Standing::of)
        .ifPresent(standing -> request.setAttribute(ID_TOKEN, standing.idToken()));
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException {
    if (settings.endSessionUri() != null
        && request.getAttribute(ID_TOKEN) instanceof String idToken) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("id_token_hint", idToken);
      fields.put("post_logout_redirect_uri", site(request) + LoginPages.ENDED);
      notes.sendOn(response, settings.endSessionUri(), fields);
    } else {
      response.sendRedirect(LoginPages.ENDED);
    }
  }

  private String site(HttpServletRequest request) {
    return settings.site() == null
        ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
        : settings.site();
  }

  /** The provider says that these of its sessions are over. */
  void over(OidcLogoutToken said) {
    atProvider.removeSessionInformation(said).forEach(this::expire);
  }

  private void expire(OidcSessionInformation over) {
    SessionInformation session = sessions.getSessionInformation(over.getSessionId());
    if (session != null) {
      session.expireNow();
    }
  }
}
