package jp.tsunagu.connector.folder;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SHA-256 of files and the small files that carry it, as {@code sha256sum} writes them. */
final class Checksums {

  /** A checksum file is one line; anything larger is none. */
  static final int LARGEST_FILE = 1_000;

  private static final Pattern LINE =
      Pattern.compile("\\s*([0-9a-fA-F]{64})(\\s.*)?", Pattern.DOTALL);

  private Checksums() {}

  /** The checksum a checksum file states; empty while it is incomplete. */
  static Optional<String> read(byte[] file) {
    Matcher line = LINE.matcher(new String(file, StandardCharsets.ISO_8859_1));
    return line.matches() ? Optional.of(line.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
