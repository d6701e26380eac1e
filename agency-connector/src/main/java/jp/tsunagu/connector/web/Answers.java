package jp.tsunagu.connector.web;

import java.util.Map;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** HTTP answers, never cached on the way. */
final class Answers {

  private Answers() {}

  static ResponseEntity<Object> ok(Object body) {
    return json(200).body(body);
  }

  static ResponseEntity<Object> ok(Object body, long version) {
    return json(200).eTag(EntityTags.of(version)).body(body);
  }

  /** The answer to something that was asked for and is done later. */
  static ResponseEntity<Object> asked(boolean found) {
    return found ? json(202).body(Map.of()) : missing();
  }

  /** The same for reading as {@link #notFound} for posts. */
  static ResponseEntity<Object> missing() {
    return CommonProblem.NOT_FOUND.problem().response();
  }

  static ResponseEntity.BodyBuilder json(int status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore());
  }

  static ResponseEntity<byte[]> problem(Problem problem) {
    ResponseEntity<Object> answer = problem.response();
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(ViewJson.MAPPER.writeValueAsBytes(problem));
  }

  /** The same answer for what does not exist and for what is somebody else's. */
  static ResponseEntity<byte[]> notFound() {
    return problem(CommonProblem.NOT_FOUND.problem());
  }
}
