package jp.tsunagu.runtime.caller;

import jp.tsunagu.contract.digest.Sha256;

/** The form in which settings hold a token. */
public final class TokenHash {

  private TokenHash() {}

  /** SHA-256 of the token's UTF-8 bytes, 64 hexadecimal digits in lower case. */
  public static String hex(String token) {
    return Sha256.hex(token);
  }

  static byte[] of(String token) {
    return Sha256.of(token);
  }
}
