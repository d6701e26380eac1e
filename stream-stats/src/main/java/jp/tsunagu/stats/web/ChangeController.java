package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagu.stats.caller.Caller;
import jp.tsunagu.stats.run.Change;
import jp.tsunagu.stats.run.ChangeFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells which buckets changed, so that a screen asks anew for what it shows. An id is the life of
 * this process and a number; a reader that was away too long, or in an earlier life, is told to ask
 * for everything ({@code reset}).
 */
@Tag(name = "変化の通知")
@RestController
final class ChangeController {

  private static final long NO_TIMEOUT = 0;

  private final ChangeFeed feed;
  private final String life;

  ChangeController(ChangeFeed feed, Clock clock) {
    this.feed = feed;
    this.life = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  @Operation(summary = "変わった集計の単位を送り続ける (SSE)", description = "Last-Event-ID から続けられる")
  @GetMapping(path = "/api/changes")
  ResponseEntity<?> changes(
      Caller caller, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last)
      throws IOException {
    if (!caller.seesAll()) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    Consumer<Change> listener = change -> send(emitter, change);
    emitter.onCompletion(() -> feed.unsubscribe(listener));
    emitter.onError(_ -> feed.unsubscribe(listener));
    begin(emitter, last);
    feed.subscribe(listener);
    return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
  }

  private void begin(SseEmitter emitter, @Nullable String last) throws IOException {
    Optional<List<Change>> missed =
        last != null && last.startsWith(life + "-")
            ? number(last).flatMap(feed::since)
            : Optional.empty();
    if (missed.isPresent()) {
      missed.get().forEach(change -> send(emitter, change));
    } else {
      emitter.send(
          SseEmitter.event()
              .id(life + "-" + feed.last())
              .name("reset")
              .data("", MediaType.TEXT_PLAIN));
    }
  }

  private Optional<Long> number(String last) {
    String digits = last.substring(life.length() + 1);
    return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  private void send(SseEmitter emitter, Change change) {
    try {
      emitter.send(
          SseEmitter.event()
              .id(life + "-" + change.number())
              .name("changed")
              .data(change.buckets(), MediaType.APPLICATION_JSON));
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }
}
