package jp.tsunagu.compose.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.connector.backup.UnusableBackup;
import jp.tsunagu.runtime.file.OwnerOnly;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a folder of a backup holds; written last, so that a folder without it holds no backup.
 *
 * @param format counted up when an older program cannot restore it
 * @param incarnation of the network when it was made
 * @param files those that were copied, by their path below the folder
 * @param ends the next offset of every partition of the broker
 * @param rows of each agency's record
 */
public record Manifest(
    int format,
    String network,
    int incarnation,
    Instant takenAt,
    Map<String, Copied> files,
    Map<String, Long> ends,
    Map<String, Long> rows) {
  static final String FILE = "manifest.json";
  private static final int FORMAT = 1;

  public Manifest {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    ends = Collections.unmodifiableMap(new TreeMap<>(ends));
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
  }

  /**
   * A file.
   *
   * @param sha256 as hexadecimal digits
   */
  public record Copied(long bytes, String sha256) {}

  static Manifest of(String network, int incarnation, Instant now, Map<String, Copied> files) {
    return new Manifest(FORMAT, network, incarnation, now, files, Map.of(), Map.of());
  }

  Manifest with(Map<String, Long> theEnds, Map<String, Long> theRows) {
    return new Manifest(format, network, incarnation, takenAt, files, theEnds, theRows);
  }

  void write(Path folder) throws IOException {
    var text = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    OwnerOnly.write(folder.resolve(FILE), text.writeValueAsBytes(this));
  }

  /**
   * That of this folder, with every file as it was written.
   *
   * @throws UnusableBackup when one is not, or it is no whole backup that this program can read
   */
  static Manifest checked(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new UnusableBackup(folder + " に " + FILE + " がありません。バックアップではないか、途中で終わったバックアップです。");
    }
    var manifest = JsonMapper.shared().readValue(Files.readAllBytes(file), Manifest.class);
    if (manifest.format != FORMAT) {
      throw new UnusableBackup(
          folder + " の形式 " + manifest.format + " は、この版では読めません(この版の形式は " + FORMAT + ")。");
    }
    for (var each : manifest.files.entrySet()) {
      if (!each.getValue().equals(FileCopy.look(folder.resolve(each.getKey())))) {
        throw new UnusableBackup(folder.resolve(each.getKey()) + " がないか、書いたときと違います。");
      }
    }
    return manifest;
  }
}
