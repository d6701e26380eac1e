package jp.tsunagu.connector.problem;

import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What only a connector refuses; each single refusal says what happened and what to do. */
public final class ProblemKind {

  /** The body is no JSON. */
  public static final ProblemType MALFORMED_JSON =
      ProblemType.saidEachTime("MALFORMED_JSON", HttpStatus.BAD_REQUEST, "JSONとして読めません");

  /** Fields are missing or wrong. */
  public static final ProblemType FORM_INVALID =
      ProblemType.saidEachTime("FORM_INVALID", HttpStatus.BAD_REQUEST, "記入内容に直すところがあります");

  /** A POST without a key. */
  public static final ProblemType IDEMPOTENCY_KEY_MISSING =
      ProblemType.saidEachTime(
          "IDEMPOTENCY_KEY_MISSING", HttpStatus.BAD_REQUEST, "Idempotency-Key がありません");

  /** A key that cannot be one. */
  public static final ProblemType IDEMPOTENCY_KEY_MALFORMED =
      ProblemType.saidEachTime(
          "IDEMPOTENCY_KEY_MALFORMED", HttpStatus.BAD_REQUEST, "Idempotency-Key の形が正しくありません");

  /** The same key is being worked on. */
  public static final ProblemType KEY_IN_FLIGHT =
      ProblemType.saidEachTime(
          "KEY_IN_FLIGHT", HttpStatus.CONFLICT, "同じ Idempotency-Key の処理が続いています");

  /** Somebody else was first. */
  public static final ProblemType STATE_CHANGED =
      ProblemType.saidEachTime("STATE_CHANGED", HttpStatus.PRECONDITION_FAILED, "ほかの人が先に更新しました");

  /** The network refused; the code is its reason. */
  public static final ProblemType REFUSED =
      ProblemType.saidEachTime("REFUSED", HttpStatus.UNPROCESSABLE_CONTENT, "受け付けられませんでした");

  /** What was seen must be named. */
  public static final ProblemType PRECONDITION_REQUIRED =
      ProblemType.saidEachTime(
          "PRECONDITION_REQUIRED", HttpStatus.PRECONDITION_REQUIRED, "If-Match が必要です");

  private ProblemKind() {}

  /** A form that cannot be used as it is. */
  public static Problem ofFields(List<FieldProblem> errors) {
    return FORM_INVALID.saying(errors.size() + "か所を直して、もう一度送ってください。何も登録されていません。").in(errors);
  }
}
