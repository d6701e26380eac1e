package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.runtime.file.KeyFile;
import jp.tsunagu.runtime.secret.KeyedHash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The key under which private keys and contents of dossiers lie in the database (AES-256-GCM). It
 * stands in {@code master.key} of the data directory, made at the first start and readable by its
 * owner only. Without it the database cannot be read: it belongs into the backup, apart from the
 * database.
 */
@Component
final class MasterKey {

  private final Aead aead;
  private final byte[] forMarks;

  @Autowired
  MasterKey(ConnectorProperties properties) {
    this(properties.connector().home());
  }

  MasterKey(Path dataDirectory) {
    try {
      byte[] key = KeyFile.readOrMake(dataDirectory.resolve("master.key"));
      this.aead = new AesGcm(key);
      this.forMarks = KeyedHash.of(key, "marks of names");
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read or made", e);
    }
  }

  Aead aead() {
    return aead;
  }

  /** A secret of its own, of which the key that encrypts cannot be told. */
  byte[] forMarks() {
    return forMarks.clone();
  }
}
