package jp.tsunagu.compose.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Processor time of this process, in all and by {@link Stage}, and what it allocates. What a thread
 * spent that ended in between is in no stage but in the sum.
 */
final class ProcessMeter implements Meter {
  /** The name of the sum. */
  static final String ALL = "CPU JVM, ms";

  /** The name of what the compiler took. */
  static final String COMPILER = "CPU JIT, ms";

  private static final String COLLECTOR = "CPU GC, ms";
  private static final String ENDED = "CPU 終わったスレッドなど, ms";
  private static final String ALLOCATED = "割り当て, kB";
  private static final double MILLISECOND = 1e6;

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Reading before = Reading.now();

  private record Reading(
      long all, long compiler, long collector, long allocated, Map<Long, Long> threads) {

    static Reading now() {
      return new Reading(
          SYSTEM.getProcessCpuTime(),
          compilerNanos(),
          ProcessorClock.ownThreads("VM Thread", "GC ", "G1 "),
          THREADS.getTotalThreadAllocatedBytes(),
          perThread());
    }
  }

  /** Nanoseconds of the compiler's threads until now. */
  static long compilerNanos() {
    return ProcessorClock.ownThreads("C1 ", "C2 ");
  }

  /** Nanoseconds of this process until now. */
  static long allNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  private static Map<Long, Long> perThread() {
    var ids = THREADS.getAllThreadIds();
    var times = THREADS.getThreadCpuTime(ids);
    var all = new HashMap<Long, Long>();
    for (var index = 0; index < ids.length; index++) {
      all.put(ids[index], Math.max(0, times[index]));
    }
    return all;
  }

  @Override
  public void begin() {
    before = Reading.now();
  }

  @Override
  public Map<String, Double> spent() {
    var now = Reading.now();
    var stages = byStage(now.threads);
    var compiler = (now.compiler - before.compiler) / MILLISECOND;
    var collector = (now.collector - before.collector) / MILLISECOND;
    var all = (now.all - before.all) / MILLISECOND;
    var known =
        compiler + collector + stages.values().stream().mapToDouble(Double::doubleValue).sum();
    var spent = new LinkedHashMap<String, Double>();
    spent.put(ALL, all);
    stages.forEach((stage, time) -> spent.put("CPU " + stage.label() + ", ms", time));
    spent.put(COMPILER, compiler);
    spent.put(COLLECTOR, collector);
    spent.put(ENDED, Math.max(0, all - known));
    spent.put(ALLOCATED, (now.allocated - before.allocated) / 1e3);
    return spent;
  }

  private Map<Stage, Double> byStage(Map<Long, Long> now) {
    var stages = new EnumMap<Stage, Double>(Stage.class);
    var ids = now.keySet().stream().mapToLong(Long::longValue).toArray();
    Arrays.stream(THREADS.getThreadInfo(ids))
        .filter(Objects::nonNull)
        .forEach(
            thread -> {
              var id = thread.getThreadId();
              var time = now.getOrDefault(id, 0L) - before.threads.getOrDefault(id, 0L);
              stages.merge(Stage.of(thread.getThreadName()), time / MILLISECOND, Double::sum);
            });
    return stages;
  }
}
