package jp.tsunagu.compose.replay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signature of a webhook as its receiver does (Standard Webhooks): {@code v1,} and the
 * Base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
record WebhookSignature(String secret) {
  private static final String ALGORITHM = "HmacSHA256";

  boolean fits(String id, String timestamp, byte[] body, String signature) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      var right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return MessageDigest.isEqual(
          right.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, exception);
    }
  }

  @Override
  public String toString() {
    return "WebhookSignature[***]";
  }
}
