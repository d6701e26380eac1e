package jp.tsunagu.compose.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.compose.backup.Manifest.Copied;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** Copies files for their owner alone, onto the disk, and says what was copied. */
final class FileCopy {
  private static final Set<StandardOpenOption> FRESH =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Says which process used a folder. */
  private static final String LOCK = ".lock";

  private FileCopy() {}

  /**
   * Copies a file or everything below a folder, if it is there; links are left out.
   *
   * @param below by whose paths the files are noted
   * @param into given each file
   */
  static void tree(Path from, Path to, Path below, Map<String, Copied> into) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files.sorted()::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !file.getFileName().toString().equals(LOCK)) {
          var target = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
          into.put(below.relativize(target).toString(), one(file, target));
        }
      }
    }
  }

  private static Copied one(Path from, Path to) throws IOException {
    OwnerOnly.folder(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    try (var channel = FileChannel.open(to, FRESH, OwnerOnly.file())) {
      var copied = pour(from, Channels.newOutputStream(channel));
      channel.force(true);
      return copied;
    }
  }

  /** What stands in this file; nothing where there is none. */
  static @Nullable Copied look(Path file) throws IOException {
    return Files.isRegularFile(file) ? pour(file, OutputStream.nullOutputStream()) : null;
  }

  private static Copied pour(Path from, OutputStream out) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var in = Files.newInputStream(from)) {
        var bytes = in.transferTo(new DigestOutputStream(out, digest));
        return new Copied(bytes, HexFormat.of().formatHex(digest.digest()));
      }
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
