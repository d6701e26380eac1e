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

  /** A fingerprint that no announced signing key has. */
  public static final ProblemType FINGERPRINT_UNKNOWN =
      new ProblemType(
          "FINGERPRINT_UNKNOWN",
          HttpStatus.CONFLICT,
          "その指紋の署名鍵はありません",
          "その機関が発表した署名鍵に、その指紋のものはありません。何も変わっていません。",
          "指紋をもう一度読み合わせてください。名簿にある鍵の指紋は GET …/keys の announced にあります。");

  /** A signing key that was replaced. */
  public static final ProblemType FINGERPRINT_REPLACED =
      new ProblemType(
          "FINGERPRINT_REPLACED",
          HttpStatus.CONFLICT,
          "その署名鍵はすでに代わっています",
          "その署名鍵は、新しい署名鍵に代わっています。何も変わっていません。",
          "今の署名鍵の指紋を相手に尋ねてください。");

  /** A position of the inbox that it has not reached. */
  public static final ProblemType POSITION_UNKNOWN =
      new ProblemType(
          "POSITION_UNKNOWN",
          HttpStatus.CONFLICT,
          "その位置はこの受信箱にありません",
          "その位置まで知らせは届いていません。受信箱がバックアップから戻されたときに起こります。",
          "after=0 から読み直してください。同じ知らせは同じ id なので、二度目は捨てられます。");

  /** A file of which pieces are still on their way. */
  public static final ProblemType FILE_COMING =
      new ProblemType(
          "FILE_COMING",
          HttpStatus.CONFLICT,
          "届いている途中です",
          "このファイルは届いている途中です。",
          "少し待ってから、もう一度開いてください。");

  /** The agency has as many files that hang on nothing as it may. */
  public static final ProblemType FILES_UNUSED =
      new ProblemType(
          "FILES_UNUSED",
          HttpStatus.CONFLICT,
          "使われていないファイルが多すぎます",
          "どこにも付けられていないファイルが多すぎます。",
          "登録したファイルを使ってから、もう一度登録してください。");

  /** All records of the agency are being taken out already. */
  public static final ProblemType TAKEOUT_RUNNING =
      new ProblemType(
          "TAKEOUT_RUNNING",
          HttpStatus.CONFLICT,
          "別の持ち出しが進んでいます",
          "この機関の記録の持ち出しが、いま進んでいます。",
          "終わってから、もう一度試してください。進み具合は 接続 の画面にあります。");

  /** The city's cleaning of files does not answer. */
  public static final ProblemType CLEANING_AWAY =
      new ProblemType(
          "CLEANING_AWAY",
          HttpStatus.SERVICE_UNAVAILABLE,
          "無害化が使えません",
          "市の無害化が今は使えません。",
          "しばらくしてから、もう一度試してください。");

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
