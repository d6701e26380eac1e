package jp.tsunagu.scheduler.agenda;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.growth.GrowingCode;

/** Why an item does not belong on this agenda at all. */
public enum Refusal implements Code {
  NOT_OPEN("取下げ済みまたは終了"),
  ADVICE_ONLY("スクリーニングの結果、助言で終了"),
  SETTLE_DIRECTLY("スクリーニングの結果、個別に調整"),
  EMERGENCY_CONFERENCE("スクリーニングの結果、緊急会議で扱う"),
  /** Screening gave a result this program does not know. */
  ROUTE_UNKNOWN(GrowingCode.NEW_LABEL),
  PLACED_ELSEWHERE("別の会議に手動で配置"),
  ANOTHER_CONFERENCE("この会議区分の会議がない");

  private final String label;

  Refusal(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
