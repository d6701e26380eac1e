package jp.tsunagu.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret of 32 bytes as 64 hexadecimal digits in a file of its own, for its owner only. */
public final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final int BYTES = 32;

  private KeyFile() {}

  /**
   * The secret of this file, which is made with its folder where there is none; of two processes
   * that make it at once both have the same.
   *
   * @throws IOException where it can be neither read nor made
   * @throws IllegalStateException where something else stands in it
   */
  public static byte[] readOrMake(Path file) throws IOException {
    OwnerOnly.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    if (!Files.exists(file)) {
      make(file);
    }
    try {
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // told below: what stands there may be most of a secret
    }
    throw new IllegalStateException(file.getFileName() + " does not hold 64 hexadecimal digits");
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(fresh, options, OwnerOnly.file())) {
      channel.write(
          ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      Files.createLink(file, fresh);
      LOG.info("a new {} was made", file.getFileName());
    } catch (FileAlreadyExistsException _) {
      LOG.info("another process made {}", file.getFileName());
    } finally {
      Files.delete(fresh);
    }
  }
}
