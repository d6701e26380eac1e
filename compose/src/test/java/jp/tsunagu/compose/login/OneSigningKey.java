package jp.tsunagu.compose.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.tsunagu.runtime.file.OwnerOnly;

/** A key that signs tokens, made once for the networks of all tests. */
public final class OneSigningKey {
  private static final String FILE = "signing-key.json";
  private static final Path MADE = made();

  private OneSigningKey() {}

  private static Path made() {
    try {
      var folder = Files.createTempDirectory("signing-key");
      ProviderKey.in(folder);
      folder.toFile().deleteOnExit();
      var file = folder.resolve(FILE);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException exception) {
      throw new UncheckedIOException("no folder for a key", exception);
    }
  }

  /** Lies in this folder of a login provider before its first start; one that is there stays. */
  public static void into(Path folder) {
    try {
      OwnerOnly.folder(folder);
      if (!Files.exists(folder.resolve(FILE))) {
        Files.copy(MADE, folder.resolve(FILE), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("no key for " + folder, exception);
    }
  }
}
