package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** How an agency's support ended. */
public enum CompletionOutcome implements GrowingCode {
  SETTLED("解決・改善"),
  MONITORING_ENDED("見守り終了"),
  MOVED_AWAY("転出"),
  DECEASED("死亡"),
  PERSON_DECLINED("本人の希望により中断"),
  HANDED_OVER("引継ぎ"),
  ANSWERED("助言済み"),
  OTHER("その他"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  CompletionOutcome(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
