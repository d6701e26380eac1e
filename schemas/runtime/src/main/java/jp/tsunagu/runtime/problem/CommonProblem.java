package jp.tsunagu.runtime.problem;

import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What every interface refuses for the same reason and in the same words. */
public final class CommonProblem {

  public static final ProblemType UNAUTHENTICATED =
      new ProblemType(
          "UNAUTHENTICATED",
          HttpStatus.UNAUTHORIZED,
          "認証が必要です",
          "アクセストークンがないか、登録されていません。",
          "Authorization: Bearer に自分のトークンを付けて送ってください。");

  public static final ProblemType ONLY_READING =
      new ProblemType(
          "ONLY_READING",
          HttpStatus.FORBIDDEN,
          "閲覧だけができます",
          "このトークンでは登録や操作はできません。",
          "操作のできるトークンで送ってください。");

  /** What a page sent does not fit its session any more, or comes from another site. */
  public static final ProblemType PAGE_TOO_OLD =
      new ProblemType(
          "PAGE_TOO_OLD",
          HttpStatus.FORBIDDEN,
          "画面が古くなっています",
          "ログインし直したあとの古い画面から送られました。何も登録されていません。",
          "画面を読み直して、もう一度送ってください。");

  /** The login's provider cannot be asked. */
  public static final ProblemType LOGIN_AWAY =
      new ProblemType(
          "LOGIN_AWAY",
          HttpStatus.SERVICE_UNAVAILABLE,
          "ログインを確かめられません",
          "ログインの仕組みが今は答えません。何も登録されていません。",
          "Retry-After の秒数を待って、もう一度送ってください。");

  public static final ProblemType NOT_FOUND =
      new ProblemType(
          "NOT_FOUND",
          HttpStatus.NOT_FOUND,
          "見つかりません",
          "お探しのものはありません。アドレスと番号を確かめてください。",
          "使えるアドレスの一覧は /v3/api-docs にあります。");

  public static final ProblemType PARAMETER_INVALID =
      new ProblemType(
          "PARAMETER_INVALID",
          HttpStatus.BAD_REQUEST,
          "指定が正しくありません",
          "指定した値は使えません。",
          "値を直して送り直してください。使える値は /v3/api-docs にあります。");

  public static final ProblemType PARAMETER_UNKNOWN =
      new ProblemType(
          "PARAMETER_UNKNOWN",
          HttpStatus.BAD_REQUEST,
          "指定が正しくありません",
          "そのような指定はありません。",
          "使える指定の名前に直してください。");

  public static final ProblemType PARAMETER_REPEATED =
      new ProblemType(
          "PARAMETER_REPEATED",
          HttpStatus.BAD_REQUEST,
          "指定が正しくありません",
          "この指定は一つだけにしてください。",
          "一つに絞って送り直してください。");

  public static final ProblemType CURSOR_INVALID =
      new ProblemType(
          "CURSOR_INVALID",
          HttpStatus.BAD_REQUEST,
          "続きの位置が正しくありません",
          "続きの位置を読み取れません。",
          "前の応答の nextCursor をそのまま付けるか、cursor を外して最初から読んでください。");

  public static final ProblemType REQUEST_INVALID =
      new ProblemType(
          "REQUEST_INVALID",
          HttpStatus.BAD_REQUEST,
          "要求が正しくありません",
          "要求を読み取れません。",
          "要求の形を確認してください。");

  public static final ProblemType MALFORMED_JSON =
      new ProblemType(
          "MALFORMED_JSON",
          HttpStatus.BAD_REQUEST,
          "JSONとして読めません",
          "JSONとして読めません。何も登録されていません。",
          "UTF-8 の JSON オブジェクト { … } を送ってください。");

  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(
          "METHOD_NOT_ALLOWED",
          HttpStatus.METHOD_NOT_ALLOWED,
          "この操作はできません",
          "このアドレスでは別のメソッド(GET か POST)を使います。",
          "使えるアドレスの一覧は /v3/api-docs にあります。");

  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(
          "NOT_ACCEPTABLE",
          HttpStatus.NOT_ACCEPTABLE,
          "その形式では返せません",
          "求められた形式では返せません。",
          "Accept に application/json を加えてください。");

  public static final ProblemType TOO_LARGE =
      new ProblemType(
          "TOO_LARGE",
          HttpStatus.CONTENT_TOO_LARGE,
          "大きすぎます",
          "本文が大きすぎます。何も登録されていません。",
          "分けるか、短くして送り直してください。");

  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(
          "UNSUPPORTED_MEDIA_TYPE",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "その形式は受け取れません",
          "本文の形式を受け取れません。",
          "Content-Type: application/json で送ってください。");

  public static final ProblemType KEY_REUSED =
      new ProblemType(
          "KEY_REUSED",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "同じ Idempotency-Key で内容が違います",
          "この Idempotency-Key は別の内容で使われています。",
          "新しい値を付けて送ってください。");

  /** The same key is being worked on. */
  public static final ProblemType KEY_IN_FLIGHT =
      new ProblemType(
          "KEY_IN_FLIGHT",
          HttpStatus.CONFLICT,
          "処理が続いています",
          "同じ Idempotency-Key の処理が続いています。",
          "少し待ってから、同じ Idempotency-Key で送り直してください。");

  /** Somebody else was first. */
  public static final ProblemType STATE_CHANGED =
      new ProblemType(
          "STATE_CHANGED",
          HttpStatus.PRECONDITION_FAILED,
          "ほかの人が先に更新しました",
          "読んだあとで更新されています。何も登録されていません。",
          "読み直して、最新の状態を確かめてから送ってください。");

  /** What was seen must be named. */
  public static final ProblemType PRECONDITION_REQUIRED =
      new ProblemType(
          "PRECONDITION_REQUIRED",
          HttpStatus.PRECONDITION_REQUIRED,
          "If-Match が必要です",
          "どの状態を見て答えたのかが分かりません。",
          "連絡を読んだときの ETag を If-Match に付けて送ってください。");

  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType(
          "TOO_MANY_REQUESTS",
          HttpStatus.TOO_MANY_REQUESTS,
          "要求が多すぎます",
          "短い間に要求が続きすぎています。",
          "Retry-After の秒数を待って、もう一度送ってください。");

  public static final ProblemType NOT_READY =
      new ProblemType(
          "NOT_READY",
          HttpStatus.SERVICE_UNAVAILABLE,
          "準備中です",
          "記録を読み直しています。途中の数や一覧は返しません。記録は失われていません。",
          "Retry-After の秒数を待って、もう一度送ってください。");

  public static final ProblemType INTERNAL_ERROR =
      new ProblemType(
          "INTERNAL_ERROR",
          HttpStatus.INTERNAL_SERVER_ERROR,
          "内部の誤りです",
          "処理の途中で誤りが起きました。",
          "時刻を添えて運用担当に連絡してください。");

  /** Fields are missing or wrong. */
  public static final ProblemType FORM_INVALID =
      new ProblemType(
          "FORM_INVALID",
          HttpStatus.BAD_REQUEST,
          "記入内容に直すところがあります",
          "記入内容に直すところがあります。何も登録されていません。",
          "errors の箇所を直して、もう一度送ってください。");

  /** A body that is no JSON object, with the place; it repeats nothing of the content. */
  public static Problem malformed(int line, int column, String problem) {
    return MALFORMED_JSON
        .saying(problem + "何も登録されていません。")
        .in(
            List.of(
                new FieldProblem(
                    "line " + line + ", column " + column, problem, MALFORMED_JSON.fix())));
  }

  private CommonProblem() {}

  /** A form that cannot be used as it is. */
  public static Problem ofFields(List<FieldProblem> errors) {
    return FORM_INVALID.saying(errors.size() + "か所に直すところがあります。何も登録されていません。").in(errors);
  }

  /** What a bare status number means. */
  public static ProblemType of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED -> UNAUTHENTICATED;
      case FORBIDDEN -> ONLY_READING;
      case NOT_FOUND -> NOT_FOUND;
      case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
      case CONFLICT -> KEY_IN_FLIGHT;
      case PRECONDITION_FAILED -> STATE_CHANGED;
      case CONTENT_TOO_LARGE -> TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
      case PRECONDITION_REQUIRED -> PRECONDITION_REQUIRED;
      case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
      case SERVICE_UNAVAILABLE -> NOT_READY;
      case HTTP_VERSION_NOT_SUPPORTED -> REQUEST_INVALID;
      case null, default -> status.is4xxClientError() ? REQUEST_INVALID : INTERNAL_ERROR;
    };
  }
}
