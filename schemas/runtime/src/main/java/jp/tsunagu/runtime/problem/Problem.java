package jp.tsunagu.runtime.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.form.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a refused request gets (RFC 9457). It names no case, so that the answer about one that may
 * not be known is the same as about one that does not exist.
 *
 * @param more further members of this one refusal, such as {@code nextSteps}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "type", "title", "status", "code", "detail", "field", "fix", "allowed", "errors"
})
@Schema(description = "問題の説明 (RFC 9457)")
public record Problem(
    @Schema(description = "問題の種類を表す URI") String type,
    @Schema(description = "見出し") String title,
    @Schema(description = "HTTP の状態番号") int status,
    @Schema(description = "理由コード") String code,
    @Schema(description = "説明") String detail,
    @Schema(description = "誤りのある項目") @Nullable String field,
    @Schema(description = "次にできること") String fix,
    @Schema(description = "使える値") @Nullable List<String> allowed,
    @Schema(description = "直すところ") List<FieldProblem> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

  private static final String RETRY_SOON = "5";

  /** Keeps unmodifiable copies. */
  public Problem {
    errors = List.copyOf(errors);
    more = Map.copyOf(more);
  }

  static Problem of(ProblemType type, String code, String detail) {
    return new Problem(
        ProblemType.uri(code),
        type.title(),
        type.status().value(),
        code,
        detail,
        null,
        type.fix(),
        null,
        List.of(),
        Map.of());
  }

  /** The same about one field or parameter. */
  public Problem about(String wrongField) {
    return new Problem(type, title, status, code, detail, wrongField, fix, allowed, errors, more);
  }

  /** The same, said more exactly. */
  public Problem saying(String newDetail) {
    return new Problem(type, title, status, code, newDetail, field, fix, allowed, errors, more);
  }

  /** The same with a more exact code. */
  public Problem coded(String exactCode) {
    return new Problem(type, title, status, exactCode, detail, field, fix, allowed, errors, more);
  }

  /** The same with the values that could be used. */
  public Problem allowing(List<String> values) {
    return new Problem(type, title, status, code, detail, field, fix, values, errors, more);
  }

  /** The same with the places to correct. */
  public Problem in(List<FieldProblem> places) {
    return new Problem(type, title, status, code, detail, field, fix, allowed, places, more);
  }

  /** The same with further members. */
  public Problem with(Map<String, Object> members) {
    return new Problem(type, title, status, code, detail, field, fix, allowed, errors, members);
  }

  /** The answer over HTTP: never kept on the way, and with a time to wait where waiting helps. */
  public ResponseEntity<Object> response() {
    return response(ResponseEntity.status(status));
  }

  /** The answer over HTTP, worth asking again after this time. */
  public ResponseEntity<Object> response(Duration retryAfter) {
    return response(
        ResponseEntity.status(status)
            .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds()))));
  }

  /** The same with further headers; a {@code Retry-After} among them comes before the usual one. */
  public ResponseEntity<Object> response(ResponseEntity.BodyBuilder builder) {
    return builder.headers(this::addTo).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }

  void addTo(HttpHeaders headers) {
    headers.setCacheControl("no-store");
    if (status == HttpStatus.UNAUTHORIZED.value()) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tsunagu\"");
    }
    if (isWorthWaiting() && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SOON);
    }
  }

  private boolean isWorthWaiting() {
    return status == HttpStatus.SERVICE_UNAVAILABLE.value()
        || status == HttpStatus.CONFLICT.value();
  }
}
