package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * The passwords by which the parts of this run know each other, 256 random bits each, made when
 * they are first asked for and kept in a file that only its owner may read. Thread-safe.
 */
final class Passwords {
  private static final int BYTES = 32;
  private static final String FILE = "passwords";

  private final Path file;
  private final Properties kept = new Properties();

  private Passwords(Path file) {
    this.file = file;
  }

  /** Those of this folder, which is made if it is not there. */
  static Passwords in(Path folder) {
    var passwords = new Passwords(folder.resolve(FILE));
    try {
      OwnerOnly.folder(folder);
      if (Files.exists(passwords.file)) {
        passwords.kept.load(new StringReader(Files.readString(passwords.file)));
      }
      return passwords;
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + passwords.file, exception);
    }
  }

  /** The password of this name, the same in every run. */
  synchronized String of(String name) {
    var known = kept.getProperty(name);
    if (known != null) {
      return known;
    }
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var made = HexFormat.of().formatHex(bytes);
    kept.setProperty(name, made);
    write();
    return made;
  }

  private void write() {
    var lines =
        kept.stringPropertyNames().stream()
            .sorted()
            .map(name -> name + "=" + kept.getProperty(name) + "\n")
            .collect(Collectors.joining());
    try {
      OwnerOnly.write(file, lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
