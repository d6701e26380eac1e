package jp.tsunagu.stats.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.broker.SteadyStream;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.runtime.broker.StreamRun;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.stats.directory.CityRules;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.stream.LedgerEnd;
import jp.tsunagu.stats.stream.LocalFigures;
import jp.tsunagu.stats.stream.StatsParts;
import jp.tsunagu.stats.stream.StatsTopology;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.streams.state.HostInfo;
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
  private final Codec codec;
  private final FollowedDirectory directory;
  private final AsideTopic aside;
  private final ChangeFeed feed;
  private final SteadyWork steps = new SteadyWork("stats-engine", this::step);
  private final SteadyWork handing = new SteadyWork("stats-changes", this::handOn);
  private final SteadyStream stream = new SteadyStream();
  private volatile @Nullable Life life;
  private @Nullable NetworkDirectory looked;

  /**
   * An engine that has not been started.
   *
   * @param codec taught by the directory
   * @param directory started and closed elsewhere
   * @param aside started and closed with it
   */
  public StatsEngine(
      StreamSettings settings,
      InstantSource clock,
      Codec codec,
      FollowedDirectory directory,
      AsideTopic aside,
      ChangeFeed feed) {
    this.settings = settings;
    this.clock = clock;
    this.codec = codec;
    this.directory = directory;
    this.topics = new Topics(settings.network());
    this.aside = aside;
    this.feed = feed;
  }

  /** Begins with the first step and returns at once. */
  public void start() {
    aside.start();
    steps.start();
    handing.start();
  }

  /** What keeps the figures from being counted, by kind and place. */
  public Optional<String> trouble() {
    return steps.trouble().or(stream::trouble);
  }

  @Override
  public Optional<StreamHandle> get() {
    return Optional.ofNullable(life).filter(one -> !one.run().hasFailed()).map(Life::handle);
  }

  /**
   * How many cases wait behind a record that cannot be read: every number lacks what they wait for.
   */
  public int heldCases() {
    return aside.book().heldKeys(topics.ledger().name()).size();
  }

  /** At once after a while without news, and then in small lots. */
  private Duration handOn() throws InterruptedException {
    feed.awaitNews(INTERVAL);
    feed.handOn();
    return HAND_ON;
  }

  private Duration step() throws InterruptedException {
    stream.lookAfter();
    if (stream.isDue()) {
      return begin();
    }
    if (life != null && hasOtherRules(life)) {
      LOG.warn("the stream is begun anew: other office hours");
      life = null;
      stream.endLife();
      return SOON;
    }
    return INTERVAL;
  }

  /** Asks where the ledger ends while the directory is being read. */
  private Duration begin() throws InterruptedException {
    LedgerEnd end = LedgerEnd.of(settings.broker(), topics.ledger().name());
    if (end.partitions().isEmpty()
        || !directory.awaitCaughtUp(INTERVAL)
        || !aside.follower().isCaughtUp()) {
      return SOON;
    }
    Optional<FigureRules> rules = CityRules.figures(directory.get());
    if (rules.isEmpty()) {
      return SOON;
    }
    StatsParts parts =
        new StatsParts(
            topics, codec, rules.get(), clock, end, new LocalFigures(), aside.book(), feed);
    Life next = Life.of(parts, settings);
    life = next;
    stream.begin(next.run());
    return INTERVAL;
  }

  /** What follows from a directory is worked out once: it is a calendar of a century. */
  @SuppressWarnings("ReferenceEquality") // another snapshot object is another directory
  private boolean hasOtherRules(Life current) {
    NetworkDirectory now = directory.get();
    if (now == looked) {
      return false;
    }
    looked = now;
    return CityRules.figures(now)
        .filter(rules -> !rules.equals(current.handle().rules()))
        .isPresent();
  }

  @Override
  public void close() {
    steps.close();
    handing.close();
    stream.close();
    aside.close();
  }

  /** One life of the stream, and how its stores are asked. */
  private record Life(StreamRun run, StreamHandle handle) {

    static Life of(StatsParts parts, StreamSettings settings) {
      StreamRun run =
          StreamRun.of(settings.broker(), StatsTopology.build(parts), settings.ours(), () -> {});
      return new Life(
          run,
          new StreamHandle(
              run.streams(),
              HostInfo.buildFromEndpoint(settings.advertised()),
              parts.figures(),
              parts.end(),
              parts.rules(),
              parts.clock()));
    }
  }
}
