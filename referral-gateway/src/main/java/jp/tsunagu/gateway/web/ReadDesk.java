package jp.tsunagu.gateway.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.Answer.Found;
import jp.tsunagu.gateway.view.Answer.NotFound;
import jp.tsunagu.gateway.view.Answer.NotReady;
import jp.tsunagu.gateway.view.Viewpoint;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the views answer into what HTTP answers. */
@Component
final class ReadDesk {

  private static final int TAG_BYTES = 16;

  private final Views views;
  private final JsonMapper json;
  private final Clock clock;

  ReadDesk(Views views, JsonMapper json, Clock clock) {
    this.views = views;
    this.json = json;
    this.clock = clock;
  }

  /** Reads for this caller; 503 with a time to wait while the views are being rebuilt. */
  ResponseEntity<Object> read(Caller caller, Function<Reading, ResponseEntity<Object>> question) {
    Answer<Reading> reading =
        views.directory().then(directory -> reading(caller, Names.of(directory)));
    return respond(reading, question, CommonProblem.NOT_FOUND);
  }

  /** Responds with what was found. */
  <T> ResponseEntity<Object> respond(
      Answer<T> answer, Function<T, ResponseEntity<Object>> found, ProblemType missing) {
    return switch (answer) {
      case Found<T>(T value) -> found.apply(value);
      case NotFound<T> _ -> missing.problem().response();
      case NotReady<T> notReady ->
          CommonProblem.NOT_READY.problem().response(notReady.retryAfter());
    };
  }

  /**
   * Responds with a resource and its tag, so that a second reading costs nothing (304).
   *
   * <p>The tag is made of what this caller sees, not of the case's sequence: else an agency could
   * tell from it that something happened in a part of the case it may not see.
   */
  ResponseEntity<Object> tagged(Object resource) {
    return ResponseEntity.ok()
        .eTag(tag(json.writeValueAsBytes(resource)))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.AUTHORIZATION)
        .body(resource);
  }

  /** Responds with something that changes all the time. */
  ResponseEntity<Object> untagged(Object resource) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(resource);
  }

  private Answer<Reading> reading(Caller caller, Names names) {
    Viewpoint viewpoint = new Viewpoint(caller, Roll.of(names.directory()));
    LocalDate today = TokyoTime.dateOf(clock.instant());
    return views.cases().then(cases -> new Found<>(new Reading(cases, names, viewpoint, today)));
  }

  private static String tag(byte[] body) {
    return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(body), TAG_BYTES));
  }
}
