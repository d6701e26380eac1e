package jp.tsunagu.scheduler.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What Spring refuses by itself gets the same form as what we refuse, never a stack trace. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The problem for a bare status number. */
  static ProblemCode of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case NOT_FOUND -> ProblemCode.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> ProblemCode.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> ProblemCode.NOT_ACCEPTABLE;
      case UNAUTHORIZED -> ProblemCode.UNAUTHENTICATED;
      case SERVICE_UNAVAILABLE -> ProblemCode.NOT_READY;
      case null, default ->
          status.is4xxClientError() ? ProblemCode.REQUEST_INVALID : ProblemCode.INTERNAL_ERROR;
    };
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = of(status).problem();
    HttpHeaders answered = new HttpHeaders(headers);
    answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(problem, answered, problem.status());
  }

  /** A bug: its kind is logged, the caller learns nothing of it. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> bug(Exception exception) {
    LOG.error("a request failed", exception);
    return ProblemCode.INTERNAL_ERROR.problem().response();
  }
}
