package jp.tsunagu.gateway.web;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.CoordinationCode;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.TimerKind;

/** Why something waits for the desk, most pressing first. */
enum QueueLane implements Code {
  AGENCY_LEFT("名簿から外れた", "担当していた機関が名簿から外れました。別の機関に振り分けるか、調整窓口が引き継いでください。"),
  ESCALATED(TimerKind.OVERDUE.label(), "受けた機関の回答が期限を過ぎています。催促してください。"),
  TRIAGE(StageCode.SUBMITTED.label(), "宛先のないつなぐシートです。受ける機関を選んでください。"),
  CAME_BACK("戻ってきた連絡", "振り分けた先が受け入れなかったか、差し戻しました。次の機関につないでください。"),
  COORDINATION(CoordinationCode.REQUESTED.label(), "多機関協働の依頼です。引き受けるかどうかを決めてください。"),
  DUE_SOON(TimerKind.DUE_SOON.label(), "調整窓口あての連絡の回答期限が近づいています。");

  private final String label;
  private final String why;

  QueueLane(String label, String why) {
    this.label = label;
    this.why = why;
  }

  String why() {
    return why;
  }

  @Override
  public String label() {
    return label;
  }
}
