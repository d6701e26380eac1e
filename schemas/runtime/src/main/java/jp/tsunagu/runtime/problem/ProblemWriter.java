package jp.tsunagu.runtime.problem;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers a problem where no method of ours was reached: in filters. */
public final class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
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
    answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    answer.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
