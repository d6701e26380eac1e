package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.view.Answer;
import jp.tsunagu.stats.view.FigureView;
import jp.tsunagu.stats.view.Peers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this instance holds, for the other instances alone; for anybody else it is not there. */
@Hidden
@RestController
final class PartController {

  private final FigureView view;
  private final Peers peers;

  PartController(FigureView view, Peers peers) {
    this.view = view;
    this.peers = peers;
  }

  @GetMapping(Peers.FIGURES)
  ResponseEntity<Object> figures(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String who,
      @RequestParam String from,
      @RequestParam String until) {
    return answer(who, () -> view.ownFigures(new Range(from, until)));
  }

  @GetMapping(Peers.FACTS)
  ResponseEntity<Object> facts(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String who) {
    return answer(who, view::ownFacts);
  }

  private <T> ResponseEntity<Object> answer(@Nullable String who, Supplier<Answer<T>> held) {
    if (!isPeer(who)) {
      return ProblemCode.NOT_FOUND.problem().response();
    }
    return switch (held.get()) {
      case Answer.Found<T>(T value) ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(value);
      case Answer.NotReady<T> _ -> ProblemCode.NOT_READY.problem().response();
    };
  }

  private boolean isPeer(@Nullable String who) {
    String token = peers.token();
    return token != null
        && who != null
        && MessageDigest.isEqual(
            who.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }
}
