package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What is said around a login, as pages that look like all others. */
final class LoginNotes {

  private static final String TEMPLATE = "site/login";

  private final ITemplateEngine engine;

  LoginNotes(ITemplateEngine engine) {
    this.engine = engine;
  }

  /** One that says the same to everybody. */
  void say(HttpServletResponse response, String kind, String title) throws IOException {
    write(response, Map.of("kind", kind, "title", title));
  }

  /** A form of its own to log out, for pages that have none. */
  void askToLeave(HttpServletResponse response, CsrfToken secret) throws IOException {
    write(response, Map.of("kind", "leaving", "title", "ログアウトしますか", "secret", secret));
  }

  /**
   * Sends the browser on to end the session at the provider. What names the session goes in the
   * body of a form and not in an address, where it would be kept by whatever is on the way.
   */
  void sendOn(HttpServletResponse response, String address, Map<String, String> fields)
      throws IOException {
    write(
        response,
        Map.of(
            "kind", "onward", "title", "このサービスからログアウトしました", "address", address, "fields", fields));
  }

  private void write(HttpServletResponse response, Map<String, Object> what) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    String page = engine.process(TEMPLATE, new Context(null, what));
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }
}
