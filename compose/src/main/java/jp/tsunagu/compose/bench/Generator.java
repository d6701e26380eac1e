package jp.tsunagu.compose.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.ProcessLogs;
import jp.tsunagu.runtime.broker.BrokerAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load: the agencies' systems, the clients of the bare broker and those of the queue, in a
 * process of their own, so that what they cost is not counted as the network's. It is told a {@link
 * Setup} and then {@link Order}s, a line of JSON each, and answers each order with an {@link
 * Outcome}. It ends with its standard input.
 */
final class Generator implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Setup setup;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AgencyClient sender;
  private final Inboxes inboxes;
  private final WholePath path;
  private final Random random;
  private final ArrayDeque<Work.Referral> stock = new ArrayDeque<>();
  private @Nullable BareBroker bare;

  private Generator(Setup setup) {
    var connector = URI.create(setup.connector());
    this.setup = setup;
    this.sender = new AgencyClient(http, connector, Work.SENDER);
    this.inboxes = new Inboxes(http, connector);
    this.path = new WholePath(sender, inboxes);
    this.random = new Random(setup.seed());
  }

  /** Its one argument is the folder for its log files. */
  static void main(String[] arguments)
      throws IOException, TimeoutException, InterruptedException, ExecutionException, SQLException {
    ProcessLogs.to(Path.of(arguments[0]));
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var generator = new Generator(MAPPER.readValue(lines.readLine(), Setup.class))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println(
            MAPPER.writeValueAsString(generator.carryOut(MAPPER.readValue(line, Order.class))));
      }
    }
    Runtime.getRuntime().exit(0);
  }

  private Outcome carryOut(Order order)
      throws TimeoutException, InterruptedException, ExecutionException, SQLException {
    var spent = processorNanos();
    var latencies =
        switch (order.job()) {
          case PREPARE -> prepare(order.count());
          case REFER -> path.run(taken(order.count()), Pacing.of(order));
          case SUBMIT -> path.submit(taken(order.count()));
          case TRANSACT -> new BareTransactions(setup.broker(), payloads()).run(order.count());
          case BARE -> bare().run(order.count(), Pacing.of(order));
          case QUEUE -> queue(order);
        };
    var each = (processorNanos() - spent) / 1e6 / Math.max(1, order.count());
    return Outcome.of(latencies, each);
  }

  private Latencies prepare(int count) throws InterruptedException, ExecutionException {
    var work = Work.prepare(sender, count, setup.today(), random);
    stock.addAll(work.referrals());
    return new Latencies(0);
  }

  private Work taken(int count) {
    if (stock.size() < count) {
      throw new IllegalStateException("only " + stock.size() + " referrals are prepared");
    }
    return Work.first(stock, count);
  }

  /**
   * Its bytes are what the sender's connector really sent: it is made after the first referrals.
   */
  private BareBroker bare() throws InterruptedException, ExecutionException {
    var made = bare;
    if (made == null) {
      made = new BareBroker(setup.broker(), payloads());
      bare = made;
    }
    return made;
  }

  private Latencies queue(Order order) throws TimeoutException, SQLException {
    try (var queue = new PostgresQueue(setup.queue(), payloads().toList())) {
      return queue.run(order.count());
    }
  }

  private OutboxBytes payloads() {
    var servers = setup.broker().getOrDefault("bootstrap.servers", "");
    return OutboxBytes.read(BrokerAccess.plain("benchmark", servers).with(setup.broker()));
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  @Override
  public void close() {
    inboxes.close();
    if (bare != null) {
      bare.close();
    }
    http.shutdownNow();
  }
}
