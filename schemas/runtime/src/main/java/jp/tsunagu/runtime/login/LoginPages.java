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
import org.springframework.web.util.HtmlUtils;

/** The few pages around a login, for everybody. They show nothing of anybody. */
final class LoginPages extends OncePerRequestFilter {

  static final String ENDED = "/login/ended";
  static final String FAILED = "/login/failed";
  static final String AWAY = "/login/away";
  static final String NO_PAGES = "/login/no-pages";
  private static final String HOME = "/";
  private static final String LOGOUT = "/logout";
  private static final String SCRIPT = "/login/send.js";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>つなぐ</title></head>
      <body><main><h1>%s</h1>
      %s
      </main></body></html>
      """;

  private static final String AGAIN = "<p><a href=\"/\">ログインする</a></p>";

  private static final Map<String, Page> PAGES =
      Map.of(
          ENDED,
          new Page(HttpStatus.OK, "ログアウトしました", AGAIN),
          NO_PAGES,
          new Page(
              HttpStatus.OK,
              "この役割の画面はまだありません",
              "<p>ログインはできています。この役割の仕事は、今は <a href=\"/swagger-ui.html\">API</a> からできます。</p>\n"
                  + "<p><a href=\"/logout\">ログアウトする</a></p>"),
          FAILED,
          new Page(
              HttpStatus.FORBIDDEN,
              "ログインできませんでした",
              "<p>時間をおいて、もう一度お試しください。続くときは運用担当に連絡してください。</p>\n" + AGAIN),
          AWAY,
          new Page(
              HttpStatus.SERVICE_UNAVAILABLE,
              "ログインの仕組みが今は答えません",
              "<p>しばらくして、もう一度お試しください。</p>\n" + AGAIN));

  private final Home home;
  private final PersonsLogin beginning;

  LoginPages(Home home, PersonsLogin beginning) {
    this.home = home;
    this.beginning = beginning;
  }

  private record Page(HttpStatus status, String title, String body) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    boolean read = HttpMethod.GET.matches(request.getMethod());
    Page page = read ? PAGES.get(path) : null;
    if (read && path.equals(HOME)) {
      if (!home.open(request, response) && !beginning.begin(request, response)) {
        chain.doFilter(request, response);
      }
    } else if (read && path.equals(LOGOUT)) {
      write(response, MediaType.TEXT_HTML_VALUE, PAGE.formatted("ログアウトしますか", leaving(request)));
    } else if (page != null) {
      response.setStatus(page.status().value());
      write(response, MediaType.TEXT_HTML_VALUE, PAGE.formatted(page.title(), page.body()));
    } else if (path.equals(SCRIPT)) {
      write(response, "text/javascript", "document.forms[0].submit();\n");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A form of its own, for pages that have none. */
  private static String leaving(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) Objects.requireNonNull(request.getAttribute("_csrf"));
    return """
        <form method="post" action="/logout">
        <input type="hidden" name="%s" value="%s">
        <button>すべてのサービスからログアウトする</button></form>"""
        .formatted(token.getParameterName(), HtmlUtils.htmlEscape(token.getToken()));
  }

  /**
   * Sends the browser on to end the session at the provider. What names the session goes in the
   * body of a form and not in an address, where it would be kept by whatever is on the way.
   */
  static void sendOn(HttpServletResponse response, String address, Map<String, String> fields)
      throws IOException {
    StringBuilder form = new StringBuilder();
    form.append("<p>ほかのサービスからもログアウトしています。</p>\n<form method=\"post\" action=\"")
        .append(HtmlUtils.htmlEscape(address))
        .append("\">\n");
    fields.forEach(
        (name, value) ->
            form.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(HtmlUtils.htmlEscape(value))
                .append("\">\n"));
    form.append("<button>続ける</button></form>\n<script src=\"" + SCRIPT + "\"></script>");
    write(response, MediaType.TEXT_HTML_VALUE, PAGE.formatted("このサービスからログアウトしました", form));
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
