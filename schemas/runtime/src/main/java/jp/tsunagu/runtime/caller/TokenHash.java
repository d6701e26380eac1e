package jp.tsunagu.runtime.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The form in which settings hold a token. */
public final class TokenHash {

  private TokenHash() {}

  /** SHA-256 of the token's UTF-8 bytes, 64 hexadecimal digits in lower case. */
  public static String hex(String token) {
    return HexFormat.of().formatHex(of(token));
  }

  static byte[] of(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("every JDK has SHA-256", exception);
    }
  }
}
