package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.run.ChangeFeed;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.FigureView;
import jp.tsunagu.stats.view.Peers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this instance holds, for the other instances alone; for anybody else it is not there. */
@Hidden
@RestController
final class PartController {

  private final FigureView view;
  private final ChangeFeed feed;

  PartController(FigureView view, ChangeFeed feed) {
    this.view = view;
    this.feed = feed;
  }

  @GetMapping(Peers.CHANGES)
  ResponseEntity<Object> changes(@RequestParam String life, @RequestParam long seen) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(feed.here(life, seen));
  }

  @GetMapping(Peers.FIGURES)
  ResponseEntity<Object> figures(@RequestParam String from, @RequestParam String until) {
    return answer(view.ownFigures(new Range(from, until)));
  }

  @GetMapping(Peers.FACTS)
  ResponseEntity<Object> facts() {
    return answer(view.ownFacts());
  }

  private static <T> ResponseEntity<Object> answer(Answer<T> held) {
    return switch (held) {
      case Answer.Found<T>(T value) ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(value);
      case Answer.NotReady<T> _ -> CommonProblem.NOT_READY.problem().response();
    };
  }
}
