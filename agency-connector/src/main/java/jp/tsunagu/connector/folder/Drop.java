package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.runtime.form.CsvTable;
import jp.tsunagu.runtime.form.JsonForm;

/** What looking at a file in {@code out/} gave. */
sealed interface Drop {

  /** Whole and matching its checksum. */
  record Complete(byte[] content, String sha256, long size, FileTime changedAt) implements Drop {
    @Override
    public String toString() {
      return "Complete[" + size + " bytes]";
    }

    /** Whether the file still is what was read. */
    boolean isStill(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.size() == size && now.lastModifiedTime().equals(changedAt);
    }
  }

  /**
   * Without its checksum: taken once it does not change any more, if it ends completely.
   *
   * @param renamed whether it got its name after it was written, as far as the file system tells
   */
  record Bare(long size, FileTime changedAt, boolean renamed) implements Drop {

    /** What stands in it now. */
    Complete read(Path file, long largest) throws IOException {
      byte[] content = Drop.read(file, largest);
      return new Complete(content, Sha256.hex(content), size, changedAt);
    }

    /** Whether nothing can be missing: JSON that closes, CSV with its last line or renamed. */
    boolean endsIn(Complete whole, Path file) throws IOException {
      return whole.isStill(file)
          && whole.content().length == size
          && (isCsv(file)
              ? renamed || CsvTable.isEnded(whole.content())
              : JsonForm.read(whole.content()) instanceof JsonForm.Readable);
    }
  }

  /** Perhaps still being written; rejected with this reason if it stays so. */
  record Incomplete(String problem, String fix) implements Drop {}

  /** Larger than is read. */
  record TooLarge(long size) implements Drop {}

  /** Looks at a file without reading more of it than the limit. */
  static Drop look(Path file, long largest) throws IOException {
    BasicFileAttributes before =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (before.size() > largest) {
      return new TooLarge(before.size());
    }
    if (!isSheet(file)) {
      return new Incomplete("拡張子が .json でも .csv でもありません。", "つなぐシートは .json か .csv で置いてください。");
    }
    Path checksum = Folder.checksumOf(file);
    if (!Files.isRegularFile(checksum)) {
      return new Bare(before.size(), before.lastModifiedTime(), isRenamed(file, before));
    }
    Optional<String> stated = Checksums.read(read(checksum, Checksums.LARGEST_FILE));
    byte[] content = read(file, largest);
    String actual = Sha256.hex(content);
    return stated.isPresent() && stated.get().equals(actual)
        ? new Complete(content, actual, content.length, before.lastModifiedTime())
        : new Incomplete("内容がチェックサムと一致しません。書き込みの途中か、途中で切れています。", "ファイルとチェックサムをもう一度書き出してください。");
  }

  private static boolean isSheet(Path file) {
    return isCsv(file) || ending(file).endsWith(".json");
  }

  private static boolean isCsv(Path file) {
    return ending(file).endsWith(".csv");
  }

  private static String ending(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** A name given later than the last byte; false where the file system does not tell. */
  private static boolean isRenamed(Path file, BasicFileAttributes before) throws IOException {
    try {
      return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
              instanceof FileTime named
          && named.compareTo(before.lastModifiedTime()) > 0;
    } catch (UnsupportedOperationException | IllegalArgumentException _) {
      return false;
    }
  }

  private static byte[] read(Path file, long largest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE, largest + 1));
    }
  }
}
