package jp.tsunagu.contract.meeting;

import jp.tsunagu.contract.code.Code;

/** Why an agency that an item names is not invited to it. */
public enum UninvitedReason implements Code {
  /** Members of a 支援会議 are named per case, because they are bound to secrecy by that. */
  NOT_A_MEMBER("構成員ではない"),
  HAS_LEFT("名簿から外れている");

  private final String label;

  UninvitedReason(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
