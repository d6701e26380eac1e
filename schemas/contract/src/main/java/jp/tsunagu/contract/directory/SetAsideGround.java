package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why a 地域課題 was set aside (見送り); a choice of this project. */
public enum SetAsideGround implements GrowingCode {
  COVERED("今ある社会資源で足りる"),
  MERGED("ほかの地域課題とまとめた"),
  NOT_OURS("市や機関が担うことではない"),
  NO_MEANS("担い手・予算がない"),
  NOT_NEEDED("必要がなくなった"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  SetAsideGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
