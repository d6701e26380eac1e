package jp.tsunagu.scheduler.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.tsunagu.runtime.paper.PaperAnswer;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers as answers. */
final class Printed {

  private Printed() {}

  static ResponseEntity<Object> html(Optional<? extends Paper> paper) {
    return paper.map(Printed::html).orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
  }

  static ResponseEntity<Object> html(Paper paper) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(Papers.html(paper).getBytes(StandardCharsets.UTF_8));
  }

  static ResponseEntity<Object> pdf(Optional<? extends Paper> paper) {
    return paper.map(Printed::pdf).orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
  }

  static ResponseEntity<Object> pdf(Paper paper) {
    return PaperAnswer.pdf(paper.title(), Papers.pdf(paper));
  }

  static ResponseEntity<Object> file(MediaType type, String name, byte[] content) {
    return PaperAnswer.file(type, name, content);
  }
}
