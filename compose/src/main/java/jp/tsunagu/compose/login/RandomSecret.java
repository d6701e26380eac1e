package jp.tsunagu.compose.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jp.tsunagu.runtime.caller.TokenHash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** For secrets of 256 random bits, which nobody guesses: a hash is enough, and quick. */
final class RandomSecret implements PasswordEncoder {
  @Override
  public String encode(@Nullable CharSequence secret) {
    return TokenHash.hex(String.valueOf(secret));
  }

  @Override
  public boolean matches(@Nullable CharSequence presented, @Nullable String encoded) {
    return MessageDigest.isEqual(bytes(encode(presented)), bytes(String.valueOf(encoded)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
