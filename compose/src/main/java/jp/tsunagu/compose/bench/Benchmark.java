package jp.tsunagu.compose.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.broker.BrokerAccess;

/**
 * Measures, in one run on one machine, the whole path of a referral beside the bare broker: {@code
 * java -cp … jp.tsunagu.compose.bench.Benchmark [data folder]}. Ends within three minutes on a
 * machine that does nothing else.
 */
public final class Benchmark {
  private static final int WARM_UP = 1200;
  private static final int FOR_THROUGHPUT = 800;
  private static final int PER_SECOND = 200;
  private static final int SECONDS = 5;
  private static final int BARE = 100_000;

  private final Console console;

  private Benchmark(Console console) {
    this.console = console;
  }

  /** Prints the two ratios; the folder is emptied first. */
  public static void main(String[] arguments)
      throws TimeoutException, InterruptedException, ExecutionException {
    var data = Path.of(arguments.length == 0 ? "target/benchmark" : arguments[0]);
    new Benchmark(Console.ofProcess()).run(data);
    Runtime.getRuntime().exit(0);
  }

  private void run(Path data) throws TimeoutException, InterruptedException, ExecutionException {
    switch (DataFolder.claim(data)) {
      case DataFolder.Claim.Refused(var obstacle) -> console.line(obstacle.message());
      case DataFolder.Claim.Claimed(var folder) -> {
        ProcessLogs.to(folder.logs());
        folder.empty();
        var settings =
            new SingleMachine.Settings(folder, Ports.anyFree(), false, Map.of())
                .withoutStatistics();
        try (folder;
            var machine = SingleMachine.start(settings, part -> console.line("  ✓ " + part))) {
          measure(machine);
        }
      }
    }
  }

  private void measure(SingleMachine machine)
      throws TimeoutException, InterruptedException, ExecutionException {
    try (var http = HttpClient.newHttpClient();
        var inboxes = new Inboxes(http, machine.connector())) {
      var sender = new AgencyClient(http, machine.connector(), Work.SENDER);
      var today = TokyoTime.dateOf(machine.clock().instant());
      console.line("案件を用意しています…");
      var work = Work.prepare(sender, WARM_UP + FOR_THROUGHPUT + PER_SECOND * SECONDS, today);
      var path = new WholePath(sender, inboxes);
      path.throughput(work.part(0, WARM_UP));
      whole(machine, path, work);
      http.shutdownNow();
    }
  }

  private void whole(SingleMachine machine, WholePath path, Work work)
      throws TimeoutException, InterruptedException, ExecutionException {
    var database = new DatabaseTime(machine.folder().database());
    var before = new Spent(processorTime(), database.nanos());
    var rate = path.throughput(work.part(WARM_UP, FOR_THROUGHPUT));
    var spent = new Spent(processorTime(), database.nanos()).since(before);
    var perSecond = pace(rate);
    console.line("全経路 %.1f 件/秒。待ち時間は %d 件/秒で測ります…", rate, perSecond);
    var count = perSecond * SECONDS;
    var latencies = path.paced(new Pacing(perSecond), work.part(WARM_UP + FOR_THROUGHPUT, count));
    var everything = machine.broker().ofItself();
    var payloads =
        OutboxBytes.read(
            BrokerAccess.plain("benchmark", machine.broker().bootstrapServers()).with(everything));
    try (var bare = new BareBroker(everything, payloads)) {
      bare.throughput(BARE);
      var bareRate = bare.throughput(BARE);
      var bareLatencies = bare.paced(new Pacing(perSecond), count);
      var size = payloads.stream().mapToInt(bytes -> bytes.length).average().orElse(0);
      new Findings(
              rate, bareRate, perSecond, latencies, bareLatencies, spent.each(FOR_THROUGHPUT), size)
          .print(console);
    }
  }

  /**
   * 200 a second, or half of what the machine carries where that is less: beyond it a queue only
   * grows.
   */
  private static int pace(double rate) {
    return (int) Math.max(1, Math.min(PER_SECOND, rate / 2));
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
