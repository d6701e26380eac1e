package jp.tsunagu.stats.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every way this interface can refuse, with what a person reads and what can be done. */
enum ProblemCode {
  UNAUTHENTICATED(
      HttpStatus.UNAUTHORIZED,
      "認証が必要です",
      "アクセストークンがないか、登録されていません。",
      "Authorization: Bearer に自分のトークンを付けて送ってください。"),
  ONLY_DESK_AND_MANAGERS(
      HttpStatus.FORBIDDEN,
      "調整窓口と管理者の集計です",
      "ほかの機関や案件番号を含む集計は、調整窓口と管理者だけが見られます。",
      "自分の機関の件数は /api/caseload、所要時間は /api/times で確認してください。"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "見つかりません", "そのアドレスには何もありません。", "アドレスの一覧は /v3/api-docs にあります。"),
  PARAMETER_INVALID(
      HttpStatus.BAD_REQUEST, "指定が正しくありません", "指定した値は使えません。", "使える値は /v3/api-docs にあります。"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED, "この操作はできません", "このアドレスは読み取り専用です。", "GET で送ってください。"),
  NOT_READY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "準備中です",
      "集計を作り直しています。途中の数は返しません。記録は失われていません。",
      "Retry-After の秒数を待って、もう一度送ってください。"),
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

  Problem problem() {
    String type = "urn:tsunagu:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(type, title, status.value(), name(), detail, fix);
  }
}
