package jp.tsunagu.contract.directory;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagu.contract.growth.GrowingCode;

/** How far a 地域課題 is. */
public enum IssueStage implements GrowingCode {
  NOTICED("気づき"),
  /** Brought before 福祉のまちづくり委員会 or another body. */
  SUBMITTED("付議"),
  DEVELOPING("開発中"),
  /** A resource of the register came of it. */
  DONE("社会資源になった"),
  SET_ASIDE("見送り"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  IssueStage(String label) {
    this.label = label;
  }

  /** Where it can go from here: what is done or set aside comes back only before a body. */
  public Set<IssueStage> next() {
    return switch (this) {
      case NOTICED -> EnumSet.of(SUBMITTED, SET_ASIDE);
      case SUBMITTED -> EnumSet.of(SUBMITTED, DEVELOPING, SET_ASIDE);
      case DEVELOPING -> EnumSet.of(SUBMITTED, DONE, SET_ASIDE);
      case DONE, SET_ASIDE -> EnumSet.of(SUBMITTED);
      case UNKNOWN -> EnumSet.noneOf(IssueStage.class);
    };
  }

  @Override
  public String label() {
    return label;
  }
}
