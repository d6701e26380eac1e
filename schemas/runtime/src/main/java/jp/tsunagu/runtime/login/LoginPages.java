package jp.tsunagu.runtime.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.runtime.caller.PersonsLogin;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** The few pages around a login, for everybody. They show nothing of anybody. */
final class LoginPages extends OncePerRequestFilter {

  static final String ENDED = "/login/ended";
  static final String FAILED = "/login/failed";
  static final String AWAY = "/login/away";
  static final String NO_PAGES = "/login/no-pages";
  private static final String HOME = "/";
  private static final String LOGOUT = "/logout";
  private static final String SESSION = "/login/session";

  private static final Map<String, Page> PAGES =
      Map.of(
          ENDED,
          new Page(HttpStatus.OK, "ended", "ログアウトしました"),
          NO_PAGES,
          new Page(HttpStatus.OK, "no-pages", "この役割の画面はまだありません"),
          FAILED,
          new Page(HttpStatus.FORBIDDEN, "failed", "ログインできませんでした"),
          AWAY,
          new Page(HttpStatus.SERVICE_UNAVAILABLE, "away", "ログインの仕組みが今は答えません"));

  private final Home home;
  private final PersonsLogin beginning;
  private final LoginNotes notes;
  private final SessionLeft session;

  LoginPages(Home home, PersonsLogin beginning, LoginNotes notes, SessionLeft session) {
    this.home = home;
    this.beginning = beginning;
    this.notes = notes;
    this.session = session;
  }

  private record Page(HttpStatus status, String kind, String title) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    boolean read = HttpMethod.GET.matches(request.getMethod());
    if (path.equals(SESSION)) {
      left(response, read ? session.of(request) : session.prolonged(request));
    } else if (read && path.equals(HOME)) {
      if (!home.open(request, response) && !beginning.begin(request, response)) {
        chain.doFilter(request, response);
      }
    } else if (read && path.equals(LOGOUT)) {
      notes.askToLeave(response, (CsrfToken) Objects.requireNonNull(request.getAttribute("_csrf")));
    } else if (read && PAGES.get(path) instanceof Page page) {
      response.setStatus(page.status().value());
      notes.say(response, page.kind(), page.title());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void left(HttpServletResponse response, long seconds) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(("{\"left\":" + seconds + "}").getBytes(StandardCharsets.UTF_8));
  }
}
