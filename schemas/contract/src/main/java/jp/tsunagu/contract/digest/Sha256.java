package jp.tsunagu.contract.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), 32 bytes: of bytes, or of text in UTF-8. */
public final class Sha256 {

  private Sha256() {}

  /** Of these bytes. */
  public static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  /** Of this text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of these bytes, as 64 hexadecimal digits in small letters. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** Of this text in UTF-8, as 64 hexadecimal digits in small letters. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** One of which the content is not there as a whole. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
