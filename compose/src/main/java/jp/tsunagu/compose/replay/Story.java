package jp.tsunagu.compose.replay;

import jp.tsunagu.contract.lifecycle.StageCode;

/** What becomes of a consultation after the desk has given it to an agency. */
enum Story {
  COMPLETED("受理して終了まで"),
  ACCEPTED(StageCode.ACCEPTED.label()),
  DECLINED("受入不可、別の機関へ"),
  CONNECTED_ON(StageCode.FORWARDED.label()),
  ASKED("照会と回答"),
  SENT_BACK("差戻し、送り直し"),
  SILENT("催促されるまで答えない");

  private final String label;

  Story(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
