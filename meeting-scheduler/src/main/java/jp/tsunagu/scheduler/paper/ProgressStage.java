package jp.tsunagu.scheduler.paper;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.lifecycle.CoordinationCode;
import jp.tsunagu.contract.meeting.ItemStanding;

/** Where a case stands between its meetings (進行状況). */
public enum ProgressStage implements Code {
  SCREENING("スクリーニング中"),
  WAITING_FOR_MEETING("開催待ち"),
  SCHEDULED(ItemStanding.ANNOUNCED.label()),
  WAITING_FOR_DECISION("決定待ち"),
  MONITORING("モニタリング中"),
  EVALUATION_OVERDUE("評価期限超過"),
  COORDINATION_ENDED(CoordinationCode.CLOSED.label());

  private final String label;

  ProgressStage(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
