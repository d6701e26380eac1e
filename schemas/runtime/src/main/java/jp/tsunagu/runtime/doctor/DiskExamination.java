package jp.tsunagu.runtime.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether there is room where a service keeps what it has.
 *
 * @param folder need not be there yet
 */
public record DiskExamination(Path folder) implements Examination {

  private static final long LEAST = 1L << 30;
  private static final double MEBIBYTE = 1 << 20;

  @Override
  public String what() {
    return "ディスク (disk)";
  }

  @Override
  public List<Finding> look() throws IOException {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isWritable(there)) {
      return List.of(Finding.bad(what(), folder + " に書けません", "このサービスを動かす利用者に、書く権限を与えてください。"));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String told = "%s の空き %,.0f MiB".formatted(folder, free / MEBIBYTE);
    return List.of(
        free < LEAST
            ? Finding.bad(what(), told, "1 GiB 以上の空きを作ってください。")
            : Finding.good(what(), told));
  }
}
