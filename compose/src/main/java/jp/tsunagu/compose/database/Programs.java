package jp.tsunagu.compose.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's program files, unpacked below the data folder, where only its owner may write. What
 * was unpacked is noted with its checksum after the first start; files that are no longer what they
 * were (a disk that was full, a hand that was wrong) are unpacked anew. Against accidents alone:
 * who may write here may write the note as well.
 *
 * <p>Equal where the folder is: each folder is unpacked into, also where one process has several.
 */
record Programs(Path folder) implements PgBinaryResolver {
  private static final Logger log = LoggerFactory.getLogger(Programs.class);
  private static final String NOTED = "checksums";

  @Override
  public InputStream getPgBinary(String system, String machine) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
  }

  /** Before a start: what is there is what was unpacked, or is gone. */
  void check() throws IOException {
    var noted = folder.resolve(NOTED);
    var kept = Files.exists(noted);
    if (!kept || !Files.readString(noted, StandardCharsets.UTF_8).equals(checksums())) {
      if (kept) {
        log.warn("the database's programs are not what was unpacked; they are unpacked anew");
      }
      new FolderTree(folder).delete();
    }
    OwnerOnly.folder(folder);
  }

  /** After a start, which lets everybody write there: notes what was unpacked, and closes it. */
  void note() throws IOException {
    OwnerOnly.close(folder);
    if (!Files.exists(folder.resolve(NOTED))) {
      OwnerOnly.write(folder.resolve(NOTED), checksums().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String checksums() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.getFileName().toString().equals(NOTED))
          .sorted()
          .map(this::line)
          .collect(Collectors.joining());
    }
  }

  private String line(Path file) {
    return checksum(file) + "  " + folder.relativize(file) + "\n";
  }

  /** Some files are large: read piece by piece. */
  private static String checksum(Path file) {
    try (var stream = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
      stream.transferTo(OutputStream.nullOutputStream());
      return Long.toHexString(stream.getChecksum().getValue());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + file, exception);
    }
  }
}
