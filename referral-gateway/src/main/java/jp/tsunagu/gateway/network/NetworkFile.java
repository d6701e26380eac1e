package jp.tsunagu.gateway.network;

import java.nio.file.Path;
import java.util.List;
import jp.tsunagu.runtime.start.StartRefused;

/** What reading a network.yaml gave. */
public sealed interface NetworkFile {

  /**
   * Reads and judges the file (UTF-8). Never throws: whatever is wrong is in {@link Unusable},
   * every fault at once.
   */
  static NetworkFile read(Path file) {
    return NetworkFileReader.read(file);
  }

  /**
   * What stands in the file, for a command that ends where it cannot be used.
   *
   * @throws StartRefused with every fault of the file, in Japanese
   */
  static NetworkConfiguration usable(Path file) {
    return switch (read(file)) {
      case Usable usable -> usable.configuration();
      case Unusable unusable -> throw StartRefused.because(unusable.report());
    };
  }

  /** A file without fault. */
  record Usable(NetworkConfiguration configuration) implements NetworkFile {}

  /**
   * A file that must not be used at all.
   *
   * @param report what is wrong, one line per fault in the order of the file, at least one
   */
  record Unusable(List<String> report) implements NetworkFile {
    /** Keeps an unmodifiable copy. */
    public Unusable {
      report = List.copyOf(report);
    }
  }
}
