package jp.tsunagu.connector.problem;

import java.util.List;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What only a connector refuses. */
public final class ProblemKind {

  /** The body is no JSON. */
  /** A POST without a key. */
  public static final ProblemType IDEMPOTENCY_KEY_MISSING =
      new ProblemType(
          "IDEMPOTENCY_KEY_MISSING",
          HttpStatus.BAD_REQUEST,
          "Idempotency-Key がありません",
          "Idempotency-Key がありません。",
          "送るたびに新しい Idempotency-Key を付けてください。送り直すときは同じ値にします。");

  /** A key that cannot be one. */
  public static final ProblemType IDEMPOTENCY_KEY_MALFORMED =
      new ProblemType(
          "IDEMPOTENCY_KEY_MALFORMED",
          HttpStatus.BAD_REQUEST,
          "Idempotency-Key の形が正しくありません",
          "Idempotency-Key の形が正しくありません。",
          "空白のない英数字・記号で200文字までの値にしてください。");

  /** The network refused; the code is its reason. */
  public static final ProblemType REFUSED =
      new ProblemType(
          "REFUSED",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "受け付けられませんでした",
          "受け付けられませんでした。",
          "今の状態を確かめてください。");

  /** A number that more than one case has. */
  public static final ProblemType CASE_NUMBER_AMBIGUOUS =
      new ProblemType(
          "CASE_NUMBER_AMBIGUOUS",
          HttpStatus.CONFLICT,
          "同じ案件番号の案件が複数あります",
          "その案件番号の案件が複数あります。何も登録されていません。",
          "errors の choices から選んだ案件IDを、案件番号の代わりに使ってください。");

  /** The case has an open referral to the same agency, and nobody confirmed a second one. */
  public static final ProblemType REFERRAL_STILL_OPEN =
      new ProblemType(
          RefusalCode.REFERRAL_STILL_OPEN.name(),
          HttpStatus.CONFLICT,
          "同じ機関への連絡がまだ終わっていません",
          RefusalCode.REFERRAL_STILL_OPEN.label() + "何も登録されていません。",
          "進んでいる連絡で続けてください。それでも重ねて送るときは besideOpen を true にしてください。");

  private ProblemKind() {}

  /** The one that is open, named as what can be gone on with. */
  public static Problem stillOpen(ReferralId open) {
    return REFERRAL_STILL_OPEN
        .problem()
        .about("besideOpen", List.of(new Coded(open.toString(), "進んでいる連絡")));
  }

  /** The cases that have the number which was asked for, to choose one by its id. */
  public static Problem ofSameNumber(List<Coded> cases) {
    return CASE_NUMBER_AMBIGUOUS.problem().about("caseId", cases);
  }
}
