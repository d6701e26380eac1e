package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.code.Code;

/** Why a command about a meeting was not carried out. */
public enum MeetingRefusal implements Code {
  BODY_UNKNOWN("その会議体は登録されていません。"),
  MEETING_UNKNOWN("その会議は見つかりません。"),
  NOT_THE_ORGANISER("この操作は主催者か調整窓口だけができます。"),
  MEETING_OVER("その会議はすでに終わったか、中止されています。"),
  REQUEST_UNKNOWN("その議題は見つかりません。"),
  REQUEST_NOT_OPEN("その議題は取り下げられたか、すでに検討されています。"),
  CONFERENCE_WRONG("会議区分が違います。名前の挙がった全員の同意の状況を確認してください。"),
  REASON_UNKNOWN("その理由コードは登録されていません。"),
  ALREADY_ON_AGENDA("すでに議題に載っています。"),
  ON_ANOTHER_AGENDA("別の会議の議題に載っています。先にそちらから外してください。"),
  NOT_ON_AGENDA("その議題は載っていません。"),
  NO_ROOM("会議の時間枠に収まりません。"),
  TIME_PASSED("過ぎた日時は選べません。"),
  TIME_OUTSIDE("会議の時間の外です。"),
  DATES_MISSING("日時か候補日を指定してください。"),
  DATE_CLOSED("閉庁日は候補にできません。"),
  DATE_TWICE("同じ候補日時が二度あります。"),
  NOT_A_CANDIDATE("候補にない日時です。"),
  NOTHING_TO_CHOOSE("日時はすでに決まっています。"),
  ITEMS_MISSING("議題を一つ以上選んでください。"),
  SESSION_WRONG("その開催区分では開けません。"),
  NOT_PUBLISHED("議題がまだ確定していません。"),
  NOT_HELD("開催の記録がまだありません。"),
  ALREADY_HELD("開催はすでに記録されています。"),
  ALREADY_DECIDED("その議題の決定はすでに記録されています。"),
  AGENCY_UNKNOWN("その機関は登録されていません。"),
  ABSENCE_REASON_MISSING("重層的支援会議の欠席には理由、代理出席または意見書が必要です。"),
  /** An agency took part that nobody invited, and there was more than one item. */
  ATTENDEE_OF_NO_ITEM("招かれていない機関が、どの議題に出席したか分かりません。何も記録していません。"),
  ATTENDEE_TWICE("同じ機関の出欠が二度あります。何も記録していません。"),
  /** Nobody goes uninvited without a word. */
  UNINVITED_TO_DECIDE("議題に名前のある機関のうち、構成員でないため招かれない機関があります。まだ何も知らせていません。"),
  NOT_NAMED("その議題には、新しく構成員に加える機関の名前がありません。"),
  ROLE_UNKNOWN("その役割コードは登録されていません。"),
  RESOURCE_UNKNOWN("その社会資源コードは登録されていません。"),
  PERIOD_WRONG("モニタリング期間の終わりが始まりより前です。"),
  NOTICE_UNKNOWN("その通知は見つかりません。"),
  /** It was entered so long ago that its answer, if it had one, is no longer known. */
  COMMAND_TOO_OLD("この指示は古すぎます(90日より前)。今の状態を確認して、新しく送ってください。"),
  /** The command, or a code in it, is newer than the scheduler. */
  UPDATE_SCHEDULER("この種類の指示は、会議の調整役がまだ扱えません。更新を待って送り直してください。"),
  /** A newer scheduler gave a code this program does not know. */
  UNKNOWN("新しい理由コードです。");

  private final String label;

  MeetingRefusal(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
