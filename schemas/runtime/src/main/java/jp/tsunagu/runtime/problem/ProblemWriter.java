package jp.tsunagu.runtime.problem;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Answers a problem where no method of ours was reached: in filters. */
public final class ProblemWriter {

  private final JsonMapper json;
  private final ObjectProvider<ProblemAsPage> pages;

  ProblemWriter(JsonMapper json, ObjectProvider<ProblemAsPage> pages) {
    this.json = json;
    this.pages = pages;
  }

  /** Writes status, headers and body; does nothing where an answer is under way already. */
  public void write(Problem problem, ServletResponse response) throws IOException {
    if (response.isCommitted() || !(response instanceof HttpServletResponse answer)) {
      return;
    }
    HttpHeaders headers = new HttpHeaders();
    problem.addTo(headers);
    answer.setStatus(problem.status());
    headers.forEach((name, values) -> values.forEach(value -> answer.setHeader(name, value)));
    ProblemAsPage page = isForBrowser() ? pages.getIfAvailable() : null;
    if (page == null) {
      answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      answer.getOutputStream().write(json.writeValueAsBytes(problem));
    } else {
      answer.setContentType("text/html;charset=UTF-8");
      answer.getOutputStream().write(page.page(problem).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isForBrowser() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        && accepts(now.getRequest().getHeader(HttpHeaders.ACCEPT));
  }

  /**
   * Whether this is the {@code Accept} of a browser that opens a page; a program that takes
   * anything is none.
   */
  public static boolean accepts(@Nullable String accept) {
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
