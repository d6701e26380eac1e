package jp.tsunagu.compose.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagu.runtime.file.OwnerOnly;

/** Whether a data folder is being made from a backup: until it is whole, nothing starts on it. */
public record Restoration(Path root) {
  static final String FILE = "tsunagu.restoring";

  /** From now on the folder is half a network. */
  public void begin() throws IOException {
    OwnerOnly.write(root.resolve(FILE), new byte[0]);
  }

  /** It was begun and did not come to its end. */
  public boolean isUnfinished() {
    return Files.exists(root.resolve(FILE));
  }

  /** The folder is a whole network. */
  public void end() throws IOException {
    Files.delete(root.resolve(FILE));
  }
}
