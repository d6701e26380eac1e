package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.file.Path;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * The four folders of an agency.
 *
 * @param out where the agency's system puts sheets
 * @param in where it finds news and receipts
 * @param done sheets that were taken
 * @param rejected sheets that were not, each with a report
 */
record Folder(Path out, Path in, Path done, Path rejected) {

  /** Ending of the file that says another one is complete: its SHA-256 in hexadecimal. */
  static final String CHECKSUM = ".sha256";

  /** Ending of the name of a file that is still being written. */
  static final String UNFINISHED = ".tmp";

  static Folder below(Path root) {
    return new Folder(
        root.resolve("out"), root.resolve("in"), root.resolve("done"), root.resolve("rejected"));
  }

  void create() throws IOException {
    OwnerOnly.folder(out);
    OwnerOnly.folder(in);
    OwnerOnly.folder(done);
    OwnerOnly.folder(rejected);
  }

  static Path checksumOf(Path file) {
    return file.resolveSibling(file.getFileName() + CHECKSUM);
  }

  /** The file that this checksum is of. */
  static Path fileOf(Path checksum) {
    String name = checksum.getFileName().toString();
    return checksum.resolveSibling(name.substring(0, name.length() - CHECKSUM.length()));
  }
}
