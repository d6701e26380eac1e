package jp.tsunagu.connector.web;

import jp.tsunagu.connector.problem.Problem;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.view.ViewJson;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** HTTP answers, all written by one mapper and never cached on the way. */
final class Answers {

  private static final MediaType PROBLEM = MediaType.parseMediaType(Problem.MEDIA_TYPE);
  private static final String RETRY_SOON = "5";

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
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.kind().status())
            .contentType(PROBLEM)
            .cacheControl(CacheControl.noStore());
    if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    if (problem.kind() == ProblemKind.NOT_READY || problem.kind() == ProblemKind.KEY_IN_FLIGHT) {
      answer.header("Retry-After", RETRY_SOON);
    }
    return answer.body(bytes(problem));
  }

  static byte[] bytes(Problem problem) {
    return ViewJson.MAPPER.writeValueAsBytes(problem.members());
  }

  /** The same answer for what does not exist and for what is somebody else's. */
  static ResponseEntity<byte[]> notFound() {
    return problem(NOT_FOUND);
  }

  static final Problem NOT_FOUND = Problem.of(ProblemKind.NOT_FOUND, "お探しのものはありません。番号を確かめてください。");
}
