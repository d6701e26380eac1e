package jp.tsunagu.connector.problem;

import java.util.Locale;

/** The kinds of problem the connector answers with: RFC 9457 type, HTTP status and title. */
public enum ProblemKind {
  MALFORMED_JSON(400, "JSONとして読めません"),
  FORM_INVALID(400, "記入内容に直すところがあります"),
  IDEMPOTENCY_KEY_MISSING(400, "Idempotency-Key がありません"),
  IDEMPOTENCY_KEY_MALFORMED(400, "Idempotency-Key の形が正しくありません"),
  PARAMETER_INVALID(400, "指定の値が正しくありません"),
  UNAUTHENTICATED(401, "認証が必要です"),
  NOT_FOUND(404, "見つかりません"),
  METHOD_NOT_ALLOWED(405, "この操作はできません"),
  NOT_ACCEPTABLE(406, "その形式では返せません"),
  KEY_IN_FLIGHT(409, "同じ Idempotency-Key の処理が続いています"),
  STATE_CHANGED(412, "ほかの人が先に更新しました"),
  TOO_LARGE(413, "大きすぎます"),
  UNSUPPORTED_MEDIA_TYPE(415, "その形式は受け取れません"),
  KEY_REUSED(422, "同じ Idempotency-Key で内容が違います"),
  REFUSED(422, "受け付けられませんでした"),
  PRECONDITION_REQUIRED(428, "If-Match が必要です"),
  INTERNAL_ERROR(500, "内部の誤りです"),
  NOT_READY(503, "準備中です");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What a person reads first. */
  public String title() {
    return title;
  }

  /** The {@code type} of RFC 9457: a name that never changes. */
  public String type() {
    return "urn:tsunagu:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
