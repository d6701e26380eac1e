package jp.tsunagu.connector.web;

import jp.tsunagu.runtime.problem.CommonProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the database refuses, as the same kind of problem. */
@RestControllerAdvice
@Order(0)
class DatabaseProblems {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblems.class);

  @ExceptionHandler
  ResponseEntity<byte[]> databaseAway(DataAccessException away) {
    LOG.warn("the database did not answer: {}", away.getClass().getSimpleName());
    return Answers.problem(
        CommonProblem.NOT_READY.saying("保存できませんでした。何も登録されていません。少し待ってから送り直してください。"));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> databaseBusy(CannotCreateTransactionException busy) {
    return busy();
  }

  /** What is answered where too much is asked at once. */
  static ResponseEntity<byte[]> busy() {
    LOG.warn("no database connection was free");
    return Answers.problem(
        CommonProblem.NOT_READY.saying("混み合っています。何も登録されていません。少し待ってから送り直してください。"));
  }

  /** The connection may have gone while the database was storing. */
  @ExceptionHandler
  ResponseEntity<byte[]> outcomeUnknown(TransactionException unknown) {
    LOG.warn("a transaction ended badly: {}", unknown.getClass().getSimpleName());
    return Answers.problem(
        CommonProblem.NOT_READY.saying("登録できたか確かめられませんでした。少し待ってから、同じ Idempotency-Key で送り直してください。"));
  }
}
