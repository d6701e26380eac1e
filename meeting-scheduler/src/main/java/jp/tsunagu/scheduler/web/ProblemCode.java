package jp.tsunagu.scheduler.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every way this interface can refuse, with what a person reads and what can be done. */
enum ProblemCode {
  UNAUTHENTICATED(
      HttpStatus.UNAUTHORIZED,
      "認証が必要です",
      "アクセストークンがないか、登録されていません。",
      "Authorization: Bearer に自分の機関のトークンを付けて送ってください。"),
  ONLY_READING(HttpStatus.FORBIDDEN, "閲覧だけができます", "このトークンでは会議の操作はできません。", "調整窓口か主催者のトークンで送ってください。"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "見つかりません", "そのアドレスには何もありません。", "使えるアドレスの一覧は /v3/api-docs にあります。"),
  MEETING_UNKNOWN(HttpStatus.NOT_FOUND, "会議が見つかりません", "その会議は見つかりません。", "会議番号を確認してください。"),
  NOTICE_UNKNOWN(HttpStatus.NOT_FOUND, "通知が見つかりません", "その通知は見つかりません。", "通知番号を確認してください。"),
  FIELD_INVALID(HttpStatus.BAD_REQUEST, "項目が正しくありません", "項目がないか、値が正しくありません。", "値を直して送り直してください。"),
  REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "受け付けられません", "この操作は受け付けられません。", "内容を確認して、やり直してください。"),
  KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "同じキーです",
      "この Idempotency-Key は別の内容に使われています。",
      "新しいキーを付けて送ってください。"),
  ANSWER_PENDING(
      HttpStatus.ACCEPTED, "処理中です", "受け付けました。結果はまだ出ていません。", "同じ Idempotency-Key でもう一度送ると結果が分かります。"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "この操作はできません",
      "このアドレスではこの操作はできません。",
      "使えるアドレスの一覧は /v3/api-docs にあります。"),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "その形式では返せません",
      "求められた形式では返せません。",
      "Accept を application/json にしてください。"),
  NOT_READY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "準備中です",
      "記録を読み直しています。記録は失われていません。",
      "Retry-After の秒数を待って、もう一度送ってください。"),
  REQUEST_INVALID(HttpStatus.BAD_REQUEST, "要求が正しくありません", "要求を読み取れません。", "要求の形を確認してください。"),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR, "内部の誤りです", "処理の途中で誤りが起きました。", "時刻を添えて運用担当に連絡してください。");

  private final HttpStatus status;
  private final String title;
  private final String detail;
  private final String fix;

  ProblemCode(HttpStatus status, String title, String detail, String fix) {
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.fix = fix;
  }

  HttpStatus status() {
    return status;
  }

  Problem problem() {
    return new Problem(type(name()), title, status.value(), name(), detail, null, fix, null);
  }

  /** The same about a reason of the meeting desk. */
  Problem because(String code, String reason) {
    return new Problem(type(code), title, status.value(), code, reason, null, fix, null);
  }

  private static String type(String code) {
    return "urn:tsunagu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
