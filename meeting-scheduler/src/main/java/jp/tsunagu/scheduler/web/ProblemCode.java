package jp.tsunagu.scheduler.web;

import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.runtime.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What only the meetings refuse, with what a person reads and what can be done. */
final class ProblemCode {

  static final ProblemType MEETING_UNKNOWN =
      new ProblemType(
          "MEETING_UNKNOWN",
          HttpStatus.NOT_FOUND,
          "会議が見つかりません",
          MeetingRefusal.MEETING_UNKNOWN.label(),
          "会議番号を確認してください。");

  static final ProblemType NOTICE_UNKNOWN =
      new ProblemType(
          "NOTICE_UNKNOWN",
          HttpStatus.NOT_FOUND,
          "通知が見つかりません",
          MeetingRefusal.NOTICE_UNKNOWN.label(),
          "通知番号を確認してください。");

  static final ProblemType REFUSED =
      new ProblemType(
          "REFUSED",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "受け付けられません",
          "この操作は受け付けられません。",
          "内容を確認して、やり直してください。");

  static final ProblemType ANSWER_PENDING =
      new ProblemType(
          "ANSWER_PENDING",
          HttpStatus.ACCEPTED,
          "処理中です",
          "受け付けました。結果はまだ出ていません。",
          "同じ Idempotency-Key でもう一度送ると結果が分かります。");

  static final ProblemType KEY_TOO_OLD =
      new ProblemType(
          "KEY_TOO_OLD",
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Idempotency-Key が古すぎます",
          "この Idempotency-Key は90日より前に作られたもので、前の結果はもう分かりません。何も登録されていません。",
          "今の状態を確認して、新しいキーを付けて送ってください。");

  private ProblemCode() {}
}
