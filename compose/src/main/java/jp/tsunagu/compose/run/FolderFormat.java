package jp.tsunagu.compose.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * In which format a data folder's records are written: what its files are, counted up by hand, and
 * the released schemas its records bear the ids of. A program that knows more schemas reads an
 * older folder; one whose schemas were released anew reads none of it.
 *
 * @param file where it is noted
 * @param schemas those this program has
 */
record FolderFormat(Path file, SchemaTable schemas) {
  static final String FILE = "tsunagu.format";

  /** Counted up when files of the folder that are no records cannot be read any more. */
  private static final String FILES = "8";

  private static final Pattern NOTED =
      Pattern.compile(FILES + " (?<rows>\\d{1,6}) (?<fingerprint>[0-9a-f]{64})");

  /** That of a folder, for this program. */
  static FolderFormat of(Path root) {
    return new FolderFormat(root.resolve(FILE), SchemaTable.standard());
  }

  /** Notes this program's, from whose first record on the folder is in it. */
  void note() throws IOException {
    var rows = schemas.entries().size();
    var noted = String.join(" ", List.of(FILES, "" + rows, schemas.fingerprint(rows)));
    OwnerOnly.write(file, noted.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether this program can read what the folder holds; also where nothing is noted: it cannot.
   */
  boolean isRead() {
    try {
      var noted = NOTED.matcher(Files.readString(file, StandardCharsets.UTF_8).strip());
      if (!noted.matches()) {
        return false;
      }
      var rows = Integer.parseInt(noted.group("rows"));
      return rows <= schemas.entries().size()
          && schemas.fingerprint(rows).equals(noted.group("fingerprint"));
    } catch (IOException _) {
      return false;
    }
  }
}
