package jp.tsunagu.gateway.web;

import jp.tsunagu.contract.lifecycle.Stage;

/** The code of a stage, as it stands in JSON and in filters. */
enum StageCode {
  SUBMITTED,
  SENT,
  ARRIVED,
  OPENED,
  ACCEPTED,
  IN_CONTACT,
  COMPLETED,
  DECLINED,
  FORWARDED,
  SENT_BACK,
  WITHDRAWN;

  static StageCode of(Stage stage) {
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

  static Labelled labelled(Stage stage) {
    return new Labelled(of(stage).name(), stage.label());
  }
}
