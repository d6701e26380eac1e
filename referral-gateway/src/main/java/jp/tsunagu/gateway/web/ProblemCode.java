package jp.tsunagu.gateway.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every way this interface can refuse, with what a person reads and what can be done. */
enum ProblemCode {
  UNAUTHENTICATED(
      HttpStatus.UNAUTHORIZED,
      "認証が必要です",
      "アクセストークンがないか、登録されていません。",
      "Authorization: Bearer に自分の機関のトークンを付けて送ってください。"),
  ONLY_THE_DESK(
      HttpStatus.FORBIDDEN,
      "調整窓口の画面です",
      "待ち行列は調整窓口と管理者だけが見られます。",
      "自分の機関への連絡は /api/referrals で確認してください。"),
  CASE_UNKNOWN(HttpStatus.NOT_FOUND, "案件が見つかりません", "その案件は見つかりません。", "案件番号を確認してください。"),
  REFERRAL_UNKNOWN(HttpStatus.NOT_FOUND, "連絡が見つかりません", "その連絡は見つかりません。", "連絡番号を確認してください。"),
  NOT_FOUND(
      HttpStatus.NOT_FOUND, "ページが見つかりません", "そのアドレスには何もありません。", "使えるアドレスの一覧は /v3/api-docs にあります。"),
  PARAMETER_INVALID(HttpStatus.BAD_REQUEST, "指定が正しくありません", "指定した値は使えません。", "値を直して送り直してください。"),
  PARAMETER_UNKNOWN(HttpStatus.BAD_REQUEST, "指定が正しくありません", "そのような指定はありません。", "使える指定の名前に直してください。"),
  PARAMETER_REPEATED(
      HttpStatus.BAD_REQUEST, "指定が正しくありません", "この指定は一つだけにしてください。", "一つに絞って送り直してください。"),
  CURSOR_INVALID(
      HttpStatus.BAD_REQUEST,
      "続きの位置が正しくありません",
      "続きの位置を読み取れません。",
      "前の応答の nextCursor をそのまま付けるか、cursor を外して最初から読んでください。"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED, "この操作はできません", "このアドレスは読み取り専用です。", "記録は各機関のコネクタから送ってください。"),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "その形式では返せません",
      "求められた形式では返せません。",
      "Accept を application/json にしてください。"),
  NOT_READY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "準備中です",
      "一覧を作り直しています。記録は失われていません。",
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
    return new Problem(type(), title, status.value(), name(), detail, null, fix, null);
  }

  private String type() {
    return "urn:tsunagu:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
