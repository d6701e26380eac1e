package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.code.Code;

/** What a careful sender makes of a key that stands in the directory. */
public enum KeyStanding implements Code {
  /** Parts are sealed to it, or announcements are verified by it. */
  IN_USE("使用中", false),
  /** Properly announced, by the key in use: it takes its place. */
  SUCCEEDS("次の鍵", false),
  /** A newer one took its place. */
  OLDER("新しい鍵に代わっています", false),
  /** Nobody vouches for it but people who compare its fingerprint. */
  UNCONFIRMED("指紋の確認を待っています", true),
  /** No signature stands beside it. */
  NOT_SIGNED("署名がありません", true),
  /** Signed by a key that is not known to be the agency's. */
  SIGNER_UNKNOWN("確認していない鍵で署名されています", true),
  /** Signed after its signer was replaced. */
  SIGNER_REPLACED("すでに代わった署名鍵で署名されています", true),
  /** The signature does not belong to it: changed, or another agency's or network's. */
  SIGNATURE_WRONG("署名が合いません", true),
  /** It stands under an id that is not its own. */
  ID_WRONG("番号が鍵と合いません", true);

  private final String label;
  private final boolean doubtful;

  KeyStanding(String label, boolean doubtful) {
    this.label = label;
    this.doubtful = doubtful;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether a person should look at it; it is not used meanwhile. */
  public boolean isDoubtful() {
    return doubtful;
  }
}
