package jp.tsunagu.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a refused request gets (RFC 9457), the same seven members whatever was refused and by whom.
 * It names no case, so that the answer about one that may not be known is the same as about one
 * that does not exist.
 *
 * @param type URI of the code
 * @param title what a person reads first, in Japanese
 * @param detail what happened, in Japanese
 * @param code by which programs tell it from others; never changes
 * @param fix what can be done now, in Japanese; never empty
 * @param errors the single places to correct: fields of a body, parameters of an address; empty
 *     where it is about the request as a whole
 * @param refused the only extension: what is known besides where the network refused a command
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "fix", "errors", "refused"})
@Schema(description = "問題の説明 (RFC 9457)")
public record Problem(
    @Schema(description = "問題の種類を表す URI", requiredMode = Schema.RequiredMode.REQUIRED) String type,
    @Schema(description = "見出し", requiredMode = Schema.RequiredMode.REQUIRED) String title,
    @Schema(description = "HTTP の状態番号", requiredMode = Schema.RequiredMode.REQUIRED) int status,
    @Schema(description = "説明", requiredMode = Schema.RequiredMode.REQUIRED) String detail,
    @Schema(description = "理由コード", requiredMode = Schema.RequiredMode.REQUIRED) String code,
    @Schema(description = "次にできること", requiredMode = Schema.RequiredMode.REQUIRED) String fix,
    @Schema(description = "直すところ", requiredMode = Schema.RequiredMode.REQUIRED)
        List<FieldProblem> errors,
    @Nullable Refused refused) {

  private static final String RETRY_SOON = "5";

  /** Keeps an unmodifiable copy. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /**
   * What a command was refused for, where the network's decision was waited for.
   *
   * @param persons whom it is about, by their number in the case (世帯員1, 2 …)
   * @param details what may not be told of them
   * @param recipients who may not be told it
   * @param nextSteps what can be done instead, best first
   * @param submitted what was stored and told at once: ids, and where the outcome stands
   */
  @Schema(description = "ネットワークが受け付けなかった指示")
  public record Refused(
      @Schema(description = "指示の番号") String commandId,
      @Schema(description = "対象の世帯員の番号") List<Integer> persons,
      @Schema(description = "根拠のない内容") List<Coded> details,
      @Schema(description = "根拠のない相手") List<Coded> recipients,
      @Schema(description = "代わりにできること") List<Coded> nextSteps,
      @Schema(description = "登録したときの答え", type = "object") Object submitted) {

    /** Keeps unmodifiable copies. */
    public Refused {
      persons = List.copyOf(persons);
      details = List.copyOf(details);
      recipients = List.copyOf(recipients);
      nextSteps = List.copyOf(nextSteps);
    }
  }

  static Problem of(ProblemType type, String code, String detail) {
    return new Problem(
        ProblemType.uri(code),
        type.title(),
        type.status().value(),
        detail,
        code,
        type.fix(),
        List.of(),
        null);
  }

  /** The same about one field or parameter, with what was said so far. */
  public Problem about(String wrong) {
    return about(wrong, List.of());
  }

  /** The same about one field or parameter that is a choice, with what can be chosen. */
  public Problem about(String wrong, List<Coded> choices) {
    return in(List.of(new FieldProblem(wrong, detail, fix, choices)));
  }

  /** The same with the places to correct. */
  public Problem in(List<FieldProblem> places) {
    return new Problem(type, title, status, detail, code, fix, places, refused);
  }

  /** The same with what can be done now. */
  public Problem fixedBy(String what) {
    return new Problem(type, title, status, detail, code, what, errors, refused);
  }

  /** The same with what is known of the refused command. */
  public Problem refusing(Refused command) {
    return new Problem(type, title, status, detail, code, fix, errors, command);
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

  /** A conflict passes by itself, unless something in the request has to be chosen otherwise. */
  private boolean isWorthWaiting() {
    return status == HttpStatus.SERVICE_UNAVAILABLE.value()
        || status == HttpStatus.TOO_MANY_REQUESTS.value()
        || (status == HttpStatus.CONFLICT.value() && errors.isEmpty());
  }
}
