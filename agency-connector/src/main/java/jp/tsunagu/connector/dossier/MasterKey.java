package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);
  private static final int BYTES = 32;

  private final Aead aead;

  @Autowired
  MasterKey(ConnectorProperties properties) {
    this(properties.connector().home());
  }

  MasterKey(Path dataDirectory) {
    try {
      this.aead = new AtRestCipher(readOrMake(dataDirectory));
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read or made", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("master.key does not hold 64 hexadecimal digits", e);
    }
  }

  Aead aead() {
    return aead;
  }

  private static byte[] readOrMake(Path dataDirectory) throws IOException {
    OwnerOnly.folder(dataDirectory);
    Path file = dataDirectory.resolve("master.key");
    if (!Files.exists(file)) {
      make(file);
    }
    return HexFormat.of().parseHex(Files.readString(file).strip());
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = file.resolveSibling("master.key." + ProcessHandle.current().pid());
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(fresh, options, OwnerOnly.file())) {
      channel.write(
          ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      Files.createLink(file, fresh);
      LOG.info("a new master key was made");
    } catch (FileAlreadyExistsException e) {
      LOG.info("another process made the master key");
    } finally {
      Files.delete(fresh);
    }
  }
}
