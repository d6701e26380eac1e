package jp.tsunagu.connector.web;

import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** HTTP answers, all written by one mapper and never cached on the way. */
final class Answers {

  private Answers() {}

  static ResponseEntity<byte[]> ok(Object body) {
    return json(200).body(ViewJson.MAPPER.writeValueAsBytes(body));
  }

  static ResponseEntity<byte[]> ok(Object body, long version) {
    return json(200).eTag(EntityTags.of(version)).body(ViewJson.MAPPER.writeValueAsBytes(body));
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
