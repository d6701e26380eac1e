package jp.tsunagu.runtime.guide;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.paper.PaperAnswer;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives the guides; they hold nothing that anybody may not know, and are for everybody. */
@Controller
@Hidden
final class GuidePapers {

  private final Clock clock;

  /** One for each role, and that for an outage; making one takes a moment. */
  private final Map<String, byte[]> made = new ConcurrentHashMap<>();

  GuidePapers(Clock clock) {
    this.clock = clock;
  }

  @GetMapping("/guide/{role}.pdf")
  ResponseEntity<Object> guide(@PathVariable String role) {
    return (role.equals(Guide.OUTAGE)
            ? Optional.of(Guide.outage())
            : PersonRole.of(role).map(Guide::of))
        .map(this::paper)
        .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
  }

  private ResponseEntity<Object> paper(Guide guide) {
    return PaperAnswer.pdf(
        guide.title(), made.computeIfAbsent(guide.title(), _ -> guide.pdf(clock.instant())));
  }
}
