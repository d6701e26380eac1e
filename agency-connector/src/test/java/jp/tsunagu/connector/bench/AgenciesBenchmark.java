package jp.tsunagu.connector.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.BenchmarkOptions;
import jp.tsunagu.runtime.broker.Signal;

/**
 * For a person: what one more agency costs a connector that hosts many, where nothing happens:
 * threads, memory and processor time, with its part of the broker's. {@code --agencies=100} sets
 * how many are hosted, {@code --first=10} with how many it is compared, {@code --seconds=20} how
 * long each is watched.
 */
public final class AgenciesBenchmark {

  private static final double MEGABYTE = 1 << 20;
  private static final double NANOS_OF_A_MILLISECOND = 1e6;
  private static final Duration SETTLED = Duration.ofSeconds(20);

  private AgenciesBenchmark() {}

  private record Cost(int threads, double megabytes, double processor) {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    int most = options.get("agencies", 100);
    int few = options.get("first", 10);
    AgencyId[] all =
        IntStream.rangeClosed(1, most)
            .mapToObj(i -> new AgencyId("agency-" + i))
            .toArray(AgencyId[]::new);
    try (TestNetwork network = new TestNetwork(all)) {
      AgencyId[] some = Stream.of(all).limit(few).toArray(AgencyId[]::new);
      Duration watched = Duration.ofSeconds(options.get("seconds", 20));
      cost(network, some, watched);
      Cost less = cost(network, some, watched);
      Cost more = cost(network, all, watched);
      double further = most - few;
      System.out.printf(
          "a further agency: %.2f threads, %.2f MB, %.3f ms of processor time in a second%n",
          (more.threads() - less.threads()) / further,
          (more.megabytes() - less.megabytes()) / further,
          (more.processor() - less.processor()) / further);
    }
    System.exit(0);
  }

  private static Cost cost(TestNetwork network, AgencyId[] agencies, Duration watched)
      throws Exception {
    Path folder = Files.createTempDirectory("connector-agencies");
    try (TestConnector _ =
        TestConnector.start(network.address(), TestPostgres.freshDatabase(), folder, agencies)) {
      letPass(SETTLED);
      double megabytes = usedMegabytes();
      long before = processorNanos();
      letPass(watched);
      double processor = (processorNanos() - before) / NANOS_OF_A_MILLISECOND / watched.toSeconds();
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      System.out.printf(
          "%d agencies: %d threads, %.1f MB, %.1f ms of processor time in a second%n",
          agencies.length, threads, megabytes, processor);
      return new Cost(threads, megabytes, processor);
    }
  }

  /** Of all threads that do something of ours, without the compiler's and the collector's. */
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    return LongStream.of(threads.getThreadCpuTime(threads.getAllThreadIds()))
        .filter(time -> time > 0)
        .sum();
  }

  private static void letPass(Duration time) throws InterruptedException {
    Signal nothing = new Signal();
    boolean _ = nothing.awaitBeyond(nothing.count(), time);
  }

  private static double usedMegabytes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      letPass(Duration.ofMillis(500));
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
