package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.runtime.file.OwnerOnly;

/** Files that are there as a whole or not at all: written under another name, then renamed. */
final class AtomicFiles {

  private AtomicFiles() {}

  static void write(Path file, byte[] content) throws IOException {
    OwnerOnly.writeForFolder(file, content);
  }

  /** The file, then its checksum file: who finds the checksum finds the whole file. */
  static void writeWithChecksum(Path file, byte[] content) throws IOException {
    write(file, content);
    String line = Sha256.hex(content) + "  " + file.getFileName() + "\n";
    write(Folder.checksumOf(file), line.getBytes(StandardCharsets.UTF_8));
  }
}
