package jp.tsunagu.compose.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * Under which conditions it was measured.
 *
 * @param load of the machine before anything was started: how many processes wanted a processor in
 *     the last minute; negative where the system does not tell
 */
record Conditions(
    Instant at,
    String commit,
    long seed,
    int cores,
    long memoryMb,
    String java,
    String system,
    double load) {
  private static final double BUSY = 0.25;

  static Conditions now(Instant at, Settings settings) {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Conditions(
        at,
        settings.commit(),
        settings.seed(),
        Runtime.getRuntime().availableProcessors(),
        machine.getTotalMemorySize() >> 20,
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        machine.getSystemLoadAverage());
  }

  /**
   * Whether others wanted a good part of the processors: rates are then lower than they could be.
   */
  boolean isBusy() {
    return load > BUSY * cores;
  }
}
