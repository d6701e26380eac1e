package jp.tsunagu.stats.web;

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
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What Spring refuses by itself gets the same form as what we refuse, never a stack trace. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (request instanceof ServletWebRequest web
        && web.getResponse() != null
        && web.getResponse().isCommitted()) {
      return null;
    }
    Problem problem = of(status).problem();
    HttpHeaders answered = new HttpHeaders(headers);
    answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(problem, answered, problem.status());
  }

  private static ProblemCode of(HttpStatusCode status) {
    if (status.value() == HttpStatus.NOT_FOUND.value()) {
      return ProblemCode.NOT_FOUND;
    }
    if (status.value() == HttpStatus.METHOD_NOT_ALLOWED.value()) {
      return ProblemCode.METHOD_NOT_ALLOWED;
    }
    return status.is4xxClientError() ? ProblemCode.PARAMETER_INVALID : ProblemCode.INTERNAL_ERROR;
  }

  /** A bug: its kind is logged, the caller learns nothing of it. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> bug(Exception exception) {
    LOG.error("a request failed", exception);
    return ProblemCode.INTERNAL_ERROR.problem().response();
  }
}
