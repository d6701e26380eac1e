package jp.tsunagu.runtime.edge;

import jp.tsunagu.runtime.problem.CommonProblem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What cannot be read of a request while a method is on its way. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EdgeAdvice {

  private final BodyLimit limit;

  EdgeAdvice(BodyLimit limit) {
    this.limit = limit;
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLargeException refused) {
    return limit.problem().response();
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException refused) {
    return limit.problem().response();
  }

  /** Tomcat reads parameters when they are first asked for, and forms with a limit of its own. */
  @ExceptionHandler
  ResponseEntity<Object> unreadable(InvalidParameterException refused) {
    return CommonProblem.of(HttpStatusCode.valueOf(refused.getErrorCode())).problem().response();
  }
}
