package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import jp.tsunagu.contract.growth.GrowingCode;

/** Where 参加支援 (図15) and アウトリーチ (図12) stand. */
public enum SideStage implements GrowingCode {
  RECEPTION("相談受付"),
  PLANNING("プラン"),
  MATCHING("資源開発・マッチング"),
  SETTLING("定着支援・フォローアップ"),
  GATHERING("情報収集"),
  PREPARING("事前調整"),
  RELATING("関係構築"),
  VISITING("訪問・同行"),
  /** 伴走: staying in contact is all that goes on, with a rhythm and without an end. */
  STAYING("つながり続ける"),
  ENDED("終結"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  SideStage(String label) {
    this.label = label;
  }

  /** The step into it that a city can make wait; none where nothing ever waits. */
  public Optional<FlowStep> step() {
    return switch (this) {
      case MATCHING -> Optional.of(FlowStep.MATCHING);
      case SETTLING -> Optional.of(FlowStep.SETTLING);
      case RELATING -> Optional.of(FlowStep.RELATING);
      case VISITING -> Optional.of(FlowStep.VISITING);
      case RECEPTION, PLANNING, GATHERING, PREPARING, STAYING, ENDED, UNKNOWN -> Optional.empty();
    };
  }

  @Override
  public String label() {
    return label;
  }
}
