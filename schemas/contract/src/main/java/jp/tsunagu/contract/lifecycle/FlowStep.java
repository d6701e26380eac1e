package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import jp.tsunagu.contract.code.Code;

/**
 * A step that waits for something: of 多機関協働 (狛江市 図19, 図21), 参加支援 (図15) or アウトリーチ (図12). For what,
 * is the city's to say but for one.
 */
public enum FlowStep implements Code {
  SUPPORT_DECISION("支援決定"),
  HAND_BACK("つなぎ戻し"),
  CLOSING("終結"),
  RESULT_REPORT("結果報告"),
  /** Waits in every city for a 重層的支援会議 that judged it necessary (図15). */
  PARTICIPATION_START("参加支援の開始"),
  MATCHING("資源開発・マッチング"),
  SETTLING("定着支援"),
  PARTICIPATION_END("参加支援の終結"),
  RELATING("関係構築"),
  VISITING("訪問・同行"),
  OUTREACH_END("アウトリーチの終結");

  private final String label;

  FlowStep(String label) {
    this.label = label;
  }

  /** Of which support beside the case it is; none for a step of 多機関協働. */
  public Optional<SideKind> side() {
    return switch (this) {
      case SUPPORT_DECISION, HAND_BACK, CLOSING, RESULT_REPORT -> Optional.empty();
      case PARTICIPATION_START, MATCHING, SETTLING, PARTICIPATION_END ->
          Optional.of(SideKind.PARTICIPATION);
      case RELATING, VISITING, OUTREACH_END -> Optional.of(SideKind.OUTREACH);
    };
  }

  /** The end of such a support. */
  public static FlowStep endOf(SideKind kind) {
    return kind == SideKind.PARTICIPATION ? PARTICIPATION_END : OUTREACH_END;
  }

  /** Whether it ends something, so that a ground takes the place of all it waits for. */
  public boolean isAnEnd() {
    return this == CLOSING || this == PARTICIPATION_END || this == OUTREACH_END;
  }

  @Override
  public String label() {
    return label;
  }
}
