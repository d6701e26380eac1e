package jp.tsunagu.contract.lifecycle;

/** How an agency's support ended. */
public enum CompletionOutcome {
  SETTLED("解決・改善"),
  MONITORING_ENDED("見守り終了"),
  MOVED_AWAY("転出"),
  DECEASED("死亡"),
  PERSON_DECLINED("本人の希望により中断"),
  HANDED_OVER("引継ぎ"),
  ANSWERED("助言済み"),
  OTHER("その他");

  private final String label;

  CompletionOutcome(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
