package jp.tsunagu.compose.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * Referrals that do not count, until the compiler is quiet: its share of the processor time falls
 * below a limit twice in a row.
 *
 * @param most referrals at most
 * @param step referrals between two looks
 * @param longest time at most
 */
record WarmUp(int most, int step, Duration longest) {
  private static final double QUIET = 0.05;

  /**
   * How it ended.
   *
   * @param compilerShare of the processor time of the network's process in the last step
   * @param isQuiet whether the compiler was quiet before the limits were reached
   */
  record Result(int referrals, double seconds, double compilerShare, boolean isQuiet) {

    /** For a person, in one line. */
    String words() {
      return String.format(
          Locale.ROOT,
          "慣らし %d 件、%.0f 秒、終わりの JIT の割合 %.1f %%。",
          referrals,
          seconds,
          compilerShare * 100);
    }
  }

  /** Submits referrals. */
  interface Submitting {
    void submit(int count);
  }

  Result run(Submitting referrals) {
    var start = System.nanoTime();
    var done = 0;
    var quietSteps = 0;
    var share = 1.0;
    while (quietSteps < 2 && done < most && System.nanoTime() - start < longest.toNanos()) {
      var compiler = ProcessMeter.compilerNanos();
      var all = ProcessMeter.allNanos();
      referrals.submit(step);
      done += step;
      share = (double) (ProcessMeter.compilerNanos() - compiler) / (ProcessMeter.allNanos() - all);
      quietSteps = share < QUIET ? quietSteps + 1 : 0;
    }
    return new Result(done, (System.nanoTime() - start) / 1e9, share, quietSteps >= 2);
  }
}
