package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
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

  @GetMapping(FigureView.PARTS)
  ResponseEntity<Object> parts(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String who,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String until) {
    if (!isPeer(who)) {
      return ProblemCode.NOT_FOUND.problem().response();
    }
    Optional<Range> range =
        from == null || until == null ? Optional.empty() : Optional.of(new Range(from, until));
    return switch (view.parts(range)) {
      case Answer.Found<byte[]>(byte[] bytes) ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes);
      case Answer.NotReady<byte[]> _ -> ProblemCode.NOT_READY.problem().response();
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
