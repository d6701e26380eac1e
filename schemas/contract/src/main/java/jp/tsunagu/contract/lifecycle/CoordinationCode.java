package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** Where 多機関協働 stands as lists and filters name it, without what it has. */
public enum CoordinationCode implements Code {
  NONE("なし"),
  REQUESTED("調整依頼中"),
  OPEN("多機関協働中"),
  CLOSED("多機関協働は終結");

  private final String label;

  CoordinationCode(String label) {
    this.label = label;
  }

  /** The code of what is so. */
  public static CoordinationCode of(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> NONE;
      case Coordination.Requested _ -> REQUESTED;
      case Coordination.Open _ -> OPEN;
      case Coordination.Closed _ -> CLOSED;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
