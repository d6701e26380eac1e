package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** Processor time of everything on the machine, in steps of 10 ms, where the system tells. */
final class MachineMeter implements Meter {
  /** The name of it. */
  static final String CPU = "CPU 機械全体, ms";

  private static final Path FILE = Path.of("/proc/stat");
  private static final double MILLISECONDS_OF_A_STEP = 10;

  /** In the first line; after the fourth of them come those with nothing to do. */
  private static final int IDLE = 4;

  private static final int WAITING_FOR_DISKS = 5;
  private static final int LAST = 8;

  private double before;

  @Override
  public void begin() {
    before = milliseconds();
  }

  @Override
  public Map<String, Double> spent() {
    return Map.of(CPU, milliseconds() - before);
  }

  private static double milliseconds() {
    try (var lines = Files.lines(FILE)) {
      var words = lines.findFirst().orElse("").split(" +", -1);
      return IntStream.rangeClosed(1, Math.min(LAST, words.length - 1))
          .filter(index -> index != IDLE && index != WAITING_FOR_DISKS)
          .mapToDouble(index -> Long.parseLong(words[index]) * MILLISECONDS_OF_A_STEP)
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
