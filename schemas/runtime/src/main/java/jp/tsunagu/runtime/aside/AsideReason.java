package jp.tsunagu.runtime.aside;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.wire.UnreadableReason;

/** Why a record was put aside. The constant is the code that travels; new ones go to the end. */
public enum AsideReason implements Code {
  NOT_FRAMED("記録の形をしていません"),
  SCHEMA_UNKNOWN("新しい種類の記録です(更新が必要)"),
  BYTES_BROKEN("記録が壊れています"),
  ANOTHER_KIND("この場所の記録ではありません"),
  VALUE_MISSING("中身がありません"),
  KEY_MISSING("宛先の番号(キー)がありません"),
  KEY_UNUSABLE("宛先の番号(キー)が読めません"),
  KEY_WRONG("宛先の番号(キー)が記録の番号と違います"),
  PARTITION_WRONG("置き場所(パーティション)が違います"),
  OVERSIZED("記録が大きすぎます"),
  TAKING_FAILED("記録の取り込みに失敗しました"),
  CODE_UNKNOWN("読む人を決める新しい区分があります(更新が必要)"),
  KIND_UNKNOWN("読む人を決める新しい種類の記録です(更新が必要)");

  private final String label;

  AsideReason(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether a newer program wrote it, so that a schema or an update makes it readable. */
  public boolean isOfNewerProgram() {
    return this == SCHEMA_UNKNOWN || this == CODE_UNKNOWN || this == KIND_UNKNOWN;
  }

  static AsideReason of(UnreadableReason reason) {
    return switch (reason) {
      case NOT_FRAMED -> NOT_FRAMED;
      case SCHEMA_UNKNOWN -> SCHEMA_UNKNOWN;
      case CODE_UNKNOWN -> CODE_UNKNOWN;
      case KIND_UNKNOWN -> KIND_UNKNOWN;
      case BYTES_BROKEN -> BYTES_BROKEN;
    };
  }
}
