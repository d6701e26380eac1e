package jp.tsunagu.gateway.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.directory.DirectoryPublisher;
import jp.tsunagu.gateway.directory.IdsOnceUsed;
import jp.tsunagu.gateway.directory.Restored;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.topic.TopicBoard;
import jp.tsunagu.gateway.topic.TopicCheck;
import jp.tsunagu.gateway.topic.TopicFault;
import jp.tsunagu.gateway.topic.TopicKeeper;
import jp.tsunagu.gateway.topic.TopicReport;
import jp.tsunagu.runtime.broker.SteadyStream;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.broker.StreamRun;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the gateway up and keeps it up, one step after the other on a thread of its own: topics,
 * directory, stream. Brokers that are away, now or later, only delay the next step.
 */
final class GatewayEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayEngine.class);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration READING = Duration.ofSeconds(5);

  private final NetworkConfiguration network;
  private final Topic ledger;
  private final TopicKeeper keeper;
  private final TopicBoard board;
  private final FollowedDirectory directory;
  private final DirectoryPublisher publisher;
  private final RunFactory runs;
  private final Duration interval;
  private final Clock clock;
  private final CountDownLatch judged = new CountDownLatch(1);
  private volatile List<String> refused = List.of();
  private final SteadyWork steps = new SteadyWork("gateway-engine", this::stepOrJudged);
  private final SteadyStream stream = new SteadyStream();

  /** Makes a life of the stream; told whom to call when a thread of it dies. */
  interface RunFactory {
    StreamRun create(Runnable onTrouble);
  }

  GatewayEngine(
      NetworkConfiguration network,
      TopicKeeper keeper,
      TopicBoard board,
      FollowedDirectory directory,
      DirectoryPublisher publisher,
      RunFactory runs,
      Duration interval,
      Clock clock) {
    this.network = network;
    this.ledger = new Topics(network.settings().networkId()).ledger();
    this.keeper = keeper;
    this.board = board;
    this.directory = directory;
    this.publisher = publisher;
    this.runs = runs;
    this.interval = interval;
    this.clock = clock;
  }

  /** The stream as it runs now, if it was started. */
  Optional<StreamRun> run() {
    return stream.run();
  }

  /**
   * Why this network.yaml must not be published, a line each, once it was held against what the
   * network has published before; empty where it may be. Brokers that are away end the wait.
   */
  List<String> refusals(Duration atMost) throws InterruptedException {
    if (!judged.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("network.yaml has not been held against the directory yet");
    }
    return refused;
  }

  /** The same as known now. */
  List<String> refusals() {
    return refused;
  }

  /** Begins with the first step and returns at once. */
  void start() {
    steps.start();
  }

  /** Looks at the topics at once, apart from the regular rounds. */
  void lookNow() {
    steps.takeNow();
  }

  /** What went wrong with the last step or keeps the stream from running, by kind and place. */
  Optional<String> trouble() {
    return steps.trouble().or(stream::trouble);
  }

  /** A step that fails ends the wait for a judgement, too. */
  private Duration stepOrJudged()
      throws InterruptedException, ExecutionException, TimeoutException {
    boolean done = false;
    try {
      Duration pause = step();
      done = true;
      return pause;
    } finally {
      if (!done) {
        judged.countDown();
      }
    }
  }

  /** The next step, and how long to wait after it. */
  private Duration step() throws InterruptedException, ExecutionException, TimeoutException {
    return switch (keeper.check(left())) {
      case TopicCheck.Unreachable(var reason) -> {
        LOG.warn("brokers cannot be reached: {}", reason);
        judged.countDown();
        yield SOON.multipliedBy(4);
      }
      case TopicCheck.Checked(var report) -> {
        Optional<String> birth = report.bornOtherwise(ledger);
        tell(report, birth);
        board.show(report);
        yield report.shared().isEmpty() ? publishAndRun(report) : waitForTopics(birth);
      }
    };
  }

  private Duration waitForTopics(Optional<String> birth) {
    refused = birth.stream().toList();
    judged.countDown();
    return interval;
  }

  /** Who would make the topics anew would lose what is in them. */
  private void tell(TopicReport report, Optional<String> birth) {
    if (!report.equals(board.report())) {
      birth
          .map(List::of)
          .orElseGet(() -> report.faults().stream().map(TopicFault::message).toList())
          .forEach(LOG::error);
    }
  }

  private Duration publishAndRun(TopicReport report)
      throws InterruptedException, ExecutionException, TimeoutException {
    directory.start();
    if (!directory.awaitCaughtUp(READING)) {
      return SOON;
    }
    refused =
        Stream.of(
                Restored.faults(network, directory.records()),
                IdsOnceUsed.faults(network, directory.records()))
            .flatMap(List::stream)
            .toList();
    judged.countDown();
    if (!refused.isEmpty()) {
      refused.forEach(LOG::error);
      return interval;
    }
    LocalDate today = TokyoTime.dateOf(clock.instant());
    boolean published = publisher.publish(network, directory.records(), board::isUsable, today) > 0;
    return published || !report.left().equals(left()) ? SOON : keepRunning(report);
  }

  private Set<AgencyId> left() {
    return directory.get().formerAgencies().stream()
        .map(Agency::agencyId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Duration keepRunning(TopicReport report) {
    stream.lookAfter();
    if (stream.isDue() && !report.usable().isEmpty()) {
      stream.begin(runs.create(this::lookNow));
    }
    return interval;
  }

  @Override
  public void close() {
    steps.close();
    stream.close();
  }
}
