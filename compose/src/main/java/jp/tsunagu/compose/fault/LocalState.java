package jp.tsunagu.compose.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.ProcessNetwork.Part;

/** What a service keeps on its disk and can make anew; to be touched while it does not run. */
record LocalState(ProcessNetwork network, Part part) {

  /** Deletes it. */
  void wipe() {
    try {
      for (var folder : folders()) {
        new FolderTree(folder).delete();
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("the state stays", exception);
    }
  }

  /**
   * Makes one bit of its largest table another.
   *
   * @throws IllegalStateException where it has none: what was killed has none that is whole
   */
  void flipABit(RandomGenerator chance) {
    try (var file = new RandomAccessFile(largestTable().toFile(), "rw")) {
      var at = chance.nextLong(file.length());
      file.seek(at);
      var was = file.read();
      file.seek(at);
      file.write(was ^ (1 << chance.nextInt(8)));
    } catch (IOException exception) {
      throw new UncheckedIOException("the state stays as it was", exception);
    }
  }

  private Path largestTable() throws IOException {
    for (var folder : folders()) {
      try (var files = Files.walk(folder)) {
        var largest =
            files
                .filter(file -> file.toString().endsWith(".sst"))
                .max(Comparator.comparingLong(file -> file.toFile().length()));
        if (largest.isPresent()) {
          return largest.get();
        }
      }
    }
    throw new IllegalStateException(part + " has no table on its disk");
  }

  private List<Path> folders() throws IOException {
    var service = part == Part.GATEWAY ? "referral-gateway" : "stream-stats";
    try (var folders = Files.list(network.folder().streams())) {
      return folders.filter(folder -> folder.getFileName().toString().contains(service)).toList();
    }
  }
}
