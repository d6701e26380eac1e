package jp.tsunagu.connector.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there as a whole or not at all: written under another name, then renamed. */
final class AtomicFiles {

  private AtomicFiles() {}

  static void write(Path file, byte[] content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(unfinished, content);
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The file, then its checksum file: who finds the checksum finds the whole file. */
  static void writeWithChecksum(Path file, byte[] content) throws IOException {
    write(file, content);
    String line = Checksums.of(content) + "  " + file.getFileName() + "\n";
    write(Folder.checksumOf(file), line.getBytes(StandardCharsets.UTF_8));
  }
}
