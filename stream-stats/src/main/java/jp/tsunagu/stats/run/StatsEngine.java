package jp.tsunagu.stats.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.stats.directory.CityDirectory;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.directory.DirectoryFollower;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.stream.LedgerEnd;
import jp.tsunagu.stats.stream.LocalFigures;
import jp.tsunagu.stats.stream.StatsParts;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the statistics up and keeps them up: the directory first, then the stream. A network that
 * is not there yet, now or later, only delays the next step; other office hours begin a new life.
 */
public final class StatsEngine implements Supplier<Optional<StreamHandle>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StatsEngine.class);
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration HAND_ON = Duration.ofMillis(10);

  private final StreamSettings settings;
  private final InstantSource clock;
  private final Topics topics;
  private final Codec codec = Codec.standard();
  private final ChangeFeed feed;
  private @Nullable ScheduledExecutorService steps;
  private volatile @Nullable DirectoryFollower directory;
  private volatile @Nullable StatsRun run;

  /** An engine that has not been started. */
  public StatsEngine(StreamSettings settings, InstantSource clock, ChangeFeed feed) {
    this.settings = settings;
    this.clock = clock;
    this.topics = new Topics(settings.network());
    this.feed = feed;
  }

  /** Begins with the first step and returns at once. */
  public synchronized void start() {
    if (steps == null) {
      ScheduledExecutorService executor =
          Executors.newScheduledThreadPool(
              2, work -> Thread.ofPlatform().name("stats-engine").daemon().unstarted(work));
      steps = executor;
      executor.execute(() -> stepAndPlanNext(executor));
      var _ =
          executor.scheduleAtFixedRate(
              feed::handOn, HAND_ON.toMillis(), HAND_ON.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public Optional<StreamHandle> get() {
    return Optional.ofNullable(run).filter(one -> !one.hasFailed()).map(StatsRun::handle);
  }

  /** The directory as read so far. */
  public CityDirectory city() {
    DirectoryFollower follower = directory;
    return follower == null ? CityDirectory.EMPTY : follower.get();
  }

  private void stepAndPlanNext(ScheduledExecutorService executor) {
    Duration pause = safeStep();
    if (!executor.isShutdown()) {
      var _ =
          executor.schedule(
              () -> stepAndPlanNext(executor), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Duration safeStep() {
    try {
      return step();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return INTERVAL;
    } catch (KafkaException notYet) {
      LOG.warn("the network is not there yet: {}", notYet.getClass().getSimpleName());
      return SOON.multipliedBy(2);
    }
  }

  private Duration step() throws InterruptedException {
    DirectoryFollower follower = directory;
    if (follower == null) {
      follower = DirectoryFollower.start(settings.brokers(), topics.directory(), codec);
      directory = follower;
    }
    StatsRun current = run;
    return current == null ? begin(follower) : keepRunning(current, follower);
  }

  /** Asks where the ledger ends while the directory is being read. */
  private Duration begin(DirectoryFollower follower) throws InterruptedException {
    LedgerEnd end = LedgerEnd.of(settings.brokers(), topics.ledger().name());
    if (end.partitions().isEmpty() || !follower.awaitCaughtUp(INTERVAL)) {
      return SOON;
    }
    Optional<FigureRules> rules = CityRules.figures(follower.get());
    if (rules.isEmpty()) {
      return SOON;
    }
    StatsParts parts =
        new StatsParts(topics, codec, rules.get(), clock, end, new LocalFigures(), feed);
    StatsRun next = new StatsRun(parts, settings);
    run = next;
    next.start();
    return INTERVAL;
  }

  private Duration keepRunning(StatsRun current, DirectoryFollower follower) {
    boolean sameRules =
        CityRules.figures(follower.get()).filter(rules -> !rules.equals(current.rules())).isEmpty();
    if (!current.hasFailed() && sameRules) {
      return INTERVAL;
    }
    LOG.warn("the stream is started anew: {}", current.hasFailed() ? "it failed" : "new rules");
    current.close();
    run = null;
    return SOON;
  }

  @Override
  public synchronized void close() {
    ScheduledExecutorService executor = steps;
    steps = null;
    if (executor != null) {
      executor.shutdownNow();
    }
    StatsRun current = run;
    if (current != null) {
      current.close();
    }
    DirectoryFollower follower = directory;
    if (follower != null) {
      follower.close();
    }
  }
}
