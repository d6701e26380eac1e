package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * Posts about one kind of thing of the register.
 *
 * @param id under which name it is told that something is on its way
 * @param view what is told of it
 */
record RegisterPosts<T>(String id, Function<T, Object> view) {

  static final String LATE = "ネットワークの返事が間に合わないときは 202 を返します。";

  /** What is done with what was sent. */
  @FunctionalInterface
  interface Use<T> {
    Wished<T> of(String key, JsonNode typed);
  }

  ResponseEntity<Object> post(HttpServletRequest request, Use<T> use) throws IOException {
    String key = Incoming.key(request);
    Problem objection = Incoming.objection(key);
    if (objection != null) {
      return objection.response();
    }
    return switch (JsonForm.read(request.getInputStream().readAllBytes())) {
      case JsonForm.Malformed broken ->
          CommonProblem.malformed(broken.line(), broken.column(), broken.problem()).response();
      case JsonForm.Readable(var root) -> answer(use.of(key, root));
    };
  }

  private ResponseEntity<Object> answer(Wished<T> wished) {
    return switch (wished) {
      case Wished.Done<T>(T now) -> Answers.ok(view.apply(now));
      case Wished.Sent<T>(var about) -> Answers.json(202).body(Map.of(id, about.toString()));
      case Wished.Refused<T>(Problem problem) -> problem.response();
    };
  }
}
