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
      return new Incomplete(
          "チェックサムのファイルがありません。", file.getFileName() + Folder.CHECKSUM + " に SHA-256 を書いてください。");
    }
    Optional<String> stated = Checksums.read(read(checksum, Checksums.LARGEST_FILE));
    byte[] content = read(file, largest);
    String actual = Checksums.of(content);
    return stated.isPresent() && stated.get().equals(actual)
        ? new Complete(content, actual, content.length, before.lastModifiedTime())
        : new Incomplete("内容がチェックサムと一致しません。書き込みの途中か、途中で切れています。", "ファイルとチェックサムをもう一度書き出してください。");
  }

  private static boolean isSheet(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") || name.endsWith(".csv");
  }

  private static byte[] read(Path file, long largest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE, largest + 1));
    }
  }
}
