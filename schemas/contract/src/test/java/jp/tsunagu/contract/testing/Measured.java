package jp.tsunagu.contract.testing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How long something took that was done many times, one after the other.
 *
 * @param nanos of each time, the shortest first
 * @param cpuNanos of this process for all of them, whoever it was for
 */
public record Measured(long[] nanos, long cpuNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  /** What is done. */
  @FunctionalInterface
  public interface Step {

    /** Does it once. */
    void take() throws Exception;
  }

  /** Does it so often, after a fifth as often that does not count. */
  public static Measured of(int times, Step step) throws Exception {
    for (int i = 0; i < times / 5; i++) {
      step.take();
    }
    long[] nanos = new long[times];
    long cpu = SYSTEM.getProcessCpuTime();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      step.take();
      nanos[i] = System.nanoTime() - begun;
    }
    return of(nanos, SYSTEM.getProcessCpuTime() - cpu);
  }

  private static Measured of(long[] nanos, long cpuNanos) {
    Arrays.sort(nanos);
    return new Measured(nanos, cpuNanos);
  }

  /** So many of a hundred took no longer, in milliseconds. */
  public double percentile(int ofAHundred) {
    return nanos[Math.min(nanos.length - 1, nanos.length * ofAHundred / 100)]
        / NANOS_OF_A_MILLISECOND;
  }

  /** Of one time, in milliseconds. */
  public double cpu() {
    return cpuNanos / NANOS_OF_A_MILLISECOND / nanos.length;
  }

  /** Since a moment of {@link System#nanoTime}. */
  public static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / (NANOS_OF_A_MILLISECOND * 1_000);
  }

  /** What is in use after a collection, in bytes. */
  public static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
