package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** A stage as lists and filters name it, without what the stage has. */
public enum StageCode implements Code {
  SUBMITTED("振り分け待ち"),
  SENT("送付"),
  ARRIVED("到達"),
  OPENED("開封"),
  ACCEPTED("受理"),
  IN_CONTACT("支援中"),
  COMPLETED("終了"),
  DECLINED("受入不可"),
  FORWARDED("つなぎ直し"),
  SENT_BACK("差戻し"),
  WITHDRAWN("取下げ");

  private final String label;

  StageCode(String label) {
    this.label = label;
  }

  /** The code of this stage. */
  public static StageCode of(Stage stage) {
    return switch (stage) {
      case Stage.Submitted _ -> SUBMITTED;
      case Stage.Sent _ -> SENT;
      case Stage.Arrived _ -> ARRIVED;
      case Stage.Opened _ -> OPENED;
      case Stage.Accepted _ -> ACCEPTED;
      case Stage.InContact _ -> IN_CONTACT;
      case Stage.Completed _ -> COMPLETED;
      case Stage.Declined _ -> DECLINED;
      case Stage.Forwarded _ -> FORWARDED;
      case Stage.SentBack _ -> SENT_BACK;
      case Stage.Withdrawn _ -> WITHDRAWN;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
