package jp.tsunagu.connector.dossier;

import jp.tsunagu.contract.directory.PublicKey;

/** What two agencies compare by telephone to see that a key is the right one (指紋). */
public final class Fingerprint {

  private static final int GROUP = 4;

  private Fingerprint() {}

  /** SHA-256 of the key, hexadecimal in groups of four. */
  public static String of(PublicKey key) {
    String digits = HybridKeys.fingerprint(key.keyset());
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : " ").append(digits, i, i + GROUP);
    }
    return grouped.toString();
  }

  /** Whether the key stands under the id that belongs to it; if not, nothing is sealed to it. */
  public static boolean isConsistent(PublicKey key) {
    return HybridKeys.idOf(key.keyset()).equals(key.keyId());
  }
}
