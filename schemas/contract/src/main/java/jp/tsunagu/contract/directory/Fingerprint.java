package jp.tsunagu.contract.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.Spelling;

/**
 * What two agencies compare by telephone to see that a key is the right one (指紋): SHA-256 of the
 * public key.
 *
 * @param digits 64 hexadecimal digits, small letters
 */
public record Fingerprint(String digits) {
  private static final int DIGITS = 64;
  private static final Pattern BETWEEN = Pattern.compile("[\\s:-]+");
  private static final int GROUP = 4;
  private static final int ID_DIGITS = 16;

  public Fingerprint {
    if (!Spelling.isHex(digits, DIGITS)) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
    }
  }

  /** Of a public key as it is announced. */
  public static Fingerprint of(Bytes publicKey) {
    return new Fingerprint(Sha256.hex(publicKey.toByteArray()));
  }

  /** As a person typed or copied it, whatever the case and the gaps; empty if it is none. */
  public static Optional<Fingerprint> read(String typed) {
    String digits = BETWEEN.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    return Spelling.isHex(digits, DIGITS) ? Optional.of(new Fingerprint(digits)) : Optional.empty();
  }

  /** The id that belongs to this key; one announced under another id is not used. */
  public KeyId keyId() {
    return new KeyId(digits.substring(0, ID_DIGITS));
  }

  /** In groups of four, to be read aloud. */
  public String grouped() {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : " ").append(digits, i, i + GROUP);
    }
    return grouped.toString();
  }
}
