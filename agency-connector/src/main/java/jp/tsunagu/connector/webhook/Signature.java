package jp.tsunagu.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.runtime.secret.KeyedHash;

/**
 * The signature of Standard Webhooks: {@code v1,} and the Base64 of HMAC-SHA256 over {@code
 * id.timestamp.body}. A secret with the prefix {@code whsec_} is Base64, any other is taken as
 * text.
 */
final class Signature {

  private static final String PREFIX = "whsec_";

  private Signature() {}

  static String of(Sensitive<String> secret, String id, long timestamp, byte[] body) {
    byte[] before = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] hash = KeyedHash.of(key(secret.value()), before, body);
    return "v1," + Base64.getEncoder().encodeToString(hash);
  }

  private static byte[] key(String secret) {
    return secret.startsWith(PREFIX)
        ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
