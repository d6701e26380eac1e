package jp.tsunagu.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104): whoever lacks the key can neither make nor check it. */
public final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";

  private KeyedHash() {}

  /** Of this text in UTF-8: 32 bytes. */
  public static byte[] of(byte[] key, String text) {
    return of(key, text.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /** Of one after the other. */
  public static byte[] of(byte[] key, byte[] first, byte[] second) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(first);
      return mac.doFinal(second);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
