package jp.tsunagu.runtime.problem;

import java.time.LocalDate;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.page.Days;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What Spring refuses by itself gets the same form as what we refuse, never a stack trace. A
 * service that knows more of its own exceptions says so in an advice of a higher order.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (isAnswered(request)) {
      return null;
    }
    Problem problem = problem(exception, status);
    return problem.response(ResponseEntity.status(problem.status()).headers(headers));
  }

  private static boolean isAnswered(WebRequest request) {
    return request instanceof ServletWebRequest web
        && web.getResponse() != null
        && web.getResponse().isCommitted();
  }

  private static Problem problem(Exception exception, HttpStatusCode status) {
    return switch (exception) {
      case MissingServletRequestParameterException missing ->
          CommonProblem.PARAMETER_INVALID
              .saying(missing.getParameterName() + " を URL に付けてください。")
              .about(missing.getParameterName());
      case TypeMismatchException wrong when wrong.getPropertyName() != null ->
          wrong(wrong.getPropertyName(), wrong.getRequiredType());
      default -> CommonProblem.of(status).problem();
    };
  }

  private static Problem wrong(String name, @Nullable Class<?> type) {
    ProblemType invalid = CommonProblem.PARAMETER_INVALID;
    if (type == LocalDate.class) {
      return invalid.saying(Days.DAY).about(name);
    }
    if (type == FiscalYear.class) {
      return invalid.saying(Days.YEAR).about(name);
    }
    if (type != null && type.isEnum()) {
      return invalid.problem().about(name, Codes.choicesOf(type));
    }
    return type != null
            && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type))
        ? invalid.saying(name + " は整数です。").about(name)
        : invalid.problem().about(name);
  }

  /** Whoever asked is gone: there is nobody to answer. */
  @Override
  protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
      AsyncRequestNotUsableException gone, WebRequest request) {
    LOG.debug("a client left before its answer");
    return null;
  }

  /** Whoever asked left in the middle of the answer. */
  @ExceptionHandler(ClientAbortException.class)
  @Nullable ResponseEntity<Object> left(ClientAbortException gone) {
    LOG.debug("a client left in the middle of its answer");
    return null;
  }

  /** A bug: its kind is logged, the caller learns nothing of it. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> bug(Exception exception) {
    LOG.error("a request failed", exception);
    return CommonProblem.INTERNAL_ERROR.problem().response();
  }
}
