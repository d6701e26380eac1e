package jp.tsunagu.compose.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;
import jp.tsunagu.runtime.file.OwnerOnly;

/** The key that signs tokens, made at the first start and kept for its owner only. */
final class ProviderKey {
  private static final String FILE = "signing-key.json";
  private static final int BITS = 2048;

  private ProviderKey() {}

  static JWKSource<SecurityContext> in(Path folder) {
    var file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        var made = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        OwnerOnly.write(file, made.toJSONString().getBytes(StandardCharsets.UTF_8));
      }
      return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(Files.readString(file))));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot keep a key in " + folder, exception);
    } catch (JOSEException | ParseException exception) {
      throw new IllegalStateException("the key in " + file + " cannot be used", exception);
    }
  }
}
