package jp.tsunagu.connector.web;

import jp.tsunagu.connector.problem.Problem;
import jp.tsunagu.connector.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Whatever Spring notices before our own code, as the same kind of problem. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<byte[]> unknownPath(NoResourceFoundException notFound) {
    return Answers.notFound();
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
    return Answers.problem(
        Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "このパスでは別のメソッド(GET か POST)を使います。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notAcceptable(HttpMediaTypeNotAcceptableException wrong) {
    return Answers.problem(
        Problem.of(ProblemKind.NOT_ACCEPTABLE, "Accept に application/json を加えてください。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongParameter(TypeMismatchException wrong) {
    return Answers.problem(
        Problem.of(ProblemKind.PARAMETER_INVALID, "URL の指定の値を読めません。数や選択肢を確かめてください。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> missingParameter(MissingServletRequestParameterException missing) {
    return Answers.problem(
        Problem.of(ProblemKind.PARAMETER_INVALID, missing.getParameterName() + " を URL に付けてください。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> databaseAway(DataAccessException away) {
    LOG.warn("the database did not answer: {}", away.getClass().getSimpleName());
    return Answers.problem(
        Problem.of(ProblemKind.NOT_READY, "保存できませんでした。何も登録されていません。少し待ってから送り直してください。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> databaseBusy(CannotCreateTransactionException busy) {
    LOG.warn("no database connection was free");
    return Answers.problem(
        Problem.of(ProblemKind.NOT_READY, "混み合っています。何も登録されていません。少し待ってから送り直してください。"));
  }

  /** The connection may have gone while the database was storing. */
  @ExceptionHandler
  ResponseEntity<byte[]> outcomeUnknown(TransactionException unknown) {
    LOG.warn("a transaction ended badly: {}", unknown.getClass().getSimpleName());
    return Answers.problem(
        Problem.of(
            ProblemKind.NOT_READY, "登録できたか確かめられませんでした。少し待ってから、同じ Idempotency-Key で送り直してください。"));
  }

  @ExceptionHandler
  void clientLeft(AsyncRequestNotUsableException gone) {
    LOG.debug("a client left before its answer");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> bug(RuntimeException bug) {
    LOG.error("a request failed", bug);
    return Answers.problem(
        Problem.of(ProblemKind.INTERNAL_ERROR, "処理できませんでした。同じ Idempotency-Key で送り直してください。"));
  }
}
