package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** The way of a POST about what stays in the agency: its body, what is done, the answer. */
final class OwnPosts {

  private OwnPosts() {}

  static ResponseEntity<Object> answered(
      HttpServletRequest request,
      Function<JsonNode, OwnWork.Outcome> use,
      Supplier<ResponseEntity<Object>> done)
      throws IOException {
    return switch (JsonForm.read(request.getInputStream().readAllBytes())) {
      case JsonForm.Malformed broken ->
          CommonProblem.malformed(broken.line(), broken.column(), broken.problem()).response();
      case JsonForm.Readable(var root) ->
          switch (use.apply(root)) {
            case OwnWork.Outcome.Refused(var problem) -> problem.response();
            case OwnWork.Outcome.Done() -> done.get();
          };
    };
  }
}
