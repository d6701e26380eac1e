package jp.tsunagu.runtime.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * One life of Kafka Streams, run by Spring's factory so that metrics and whoever else listens know
 * of it. A thread that dies is replaced; after 20 within ten minutes the stream stops, and whoever
 * began it may begin another life.
 */
public final class StreamRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);
  private static final int CLOSING_SECONDS = 8;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_REPLACEMENTS = 20;

  private final StreamsBuilderFactoryBean factory;
  private final KafkaStreams streams;
  private final Runnable onFault;
  private final Deque<Long> faults = new ArrayDeque<>();
  private final String application;
  private final Optional<StateTables> tables;
  private volatile boolean ranOnce;
  private volatile boolean couldNotBegin;
  private volatile boolean couldNotOpenState;
  private volatile @Nullable String lastFault;

  private StreamRun(
      BrokerAccess broker,
      Topology topology,
      Map<String, Object> settings,
      KafkaClientSupplier clients,
      Runnable onFault) {
    Properties all = broker.streams(settings);
    libraryBeside(all).ifPresent(StateLibrary::load);
    this.streams = new KafkaStreams(topology, all, clients);
    this.onFault = onFault;
    this.factory = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(known(all)));
    this.application = String.valueOf(settings.get(StreamsConfig.APPLICATION_ID_CONFIG));
    this.tables =
        Optional.ofNullable(all.getProperty(StreamsConfig.STATE_DIR_CONFIG))
            .map(state -> new StateTables(Path.of(state, application)));
    factory.setBeanName(application);
    factory.setKafkaStreamsCustomizer(new Made(streams));
    factory.setStateListener((next, _) -> ranOnce = ranOnce || next == KafkaStreams.State.RUNNING);
    factory.setStreamsUncaughtExceptionHandler(this::answer);
    factory.setCloseTimeout(CLOSING_SECONDS);
    broker.listeners().listenTo(factory);
  }

  /**
   * A life that has not begun.
   *
   * @param settings over the operator's
   * @param onFault called whenever a thread has died
   */
  public static StreamRun of(
      BrokerAccess broker, Topology topology, Map<String, Object> settings, Runnable onFault) {
    return of(broker, topology, settings, new QuietClients(), onFault);
  }

  /** The same with clients of another make. */
  public static StreamRun of(
      BrokerAccess broker,
      Topology topology,
      Map<String, Object> settings,
      KafkaClientSupplier clients,
      Runnable onFault) {
    return new StreamRun(broker, topology, settings, clients, onFault);
  }

  private static Optional<StateLibrary> libraryBeside(Properties settings) {
    return Optional.ofNullable(settings.getProperty(StreamsConfig.STATE_DIR_CONFIG))
        .map(
            state ->
                new StateLibrary(Path.of(state, "native", settings.getProperty("application.id"))));
  }

  /**
   * Begins. A life that cannot, because a store left by a killed process does not open, has failed:
   * Kafka itself would call it rebalancing for ever.
   */
  public void start() {
    try {
      factory.start();
    } catch (RuntimeException fault) {
      hasFailedWith(fault);
      throw fault;
    }
  }

  /** It could not begin for this reason. */
  void hasFailedWith(RuntimeException fault) {
    couldNotBegin = true;
    couldNotOpenState = isOfStores(fault);
    lastFault = Whereabouts.of(fault);
  }

  /**
   * Before it begins: removes what this application keeps in files, and nothing beside it. Its
   * stores are built anew from their changelogs.
   *
   * @throws org.apache.kafka.streams.errors.StreamsException where a file cannot be removed
   */
  void removeLocalState() {
    streams.cleanUp();
  }

  /** Before it begins: a table on the disk of this process that is not as it was written. */
  Optional<Path> spoiltTable() {
    return tables.flatMap(StateTables::spoilt);
  }

  /** The name of the application that it is. */
  String application() {
    return application;
  }

  /** Whether it failed because a store on the disk of this process does not open. */
  boolean couldNotOpenState() {
    return couldNotOpenState;
  }

  /** What it met last, by kind and place. */
  Optional<String> fault() {
    return Optional.ofNullable(lastFault);
  }

  private static boolean isOfStores(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            each -> each instanceof RocksDBException || each instanceof ProcessorStateException);
  }

  /** What runs, for questions to its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether records are being processed; a short rebalance does not count as a stop. */
  public boolean isProcessing() {
    return streams.state() == KafkaStreams.State.RUNNING
        || (streams.state() == KafkaStreams.State.REBALANCING && ranOnce);
  }

  /** Whether this process has partitions to work on, of all that run the same application. */
  public boolean hasWork() {
    return streams.state() == KafkaStreams.State.RUNNING
        && streams.metadataForLocalThreads().stream()
            .anyMatch(thread -> !thread.activeTasks().isEmpty());
  }

  /** Whether it has stopped by itself, or is about to. */
  public boolean hasFailed() {
    return couldNotBegin
        || switch (streams.state()) {
          case ERROR, PENDING_ERROR, NOT_RUNNING -> true;
          case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> false;
        };
  }

  /** How many records of these topics stand there unread, as the consumers know it. */
  public double recordsBehind(Predicate<String> topic) {
    return streams.metrics().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals("records-lag"))
        .filter(entry -> topic.test(entry.getKey().tags().getOrDefault("topic", "")))
        .mapToDouble(entry -> ((Number) entry.getValue().metricValue()).doubleValue())
        .filter(lag -> !Double.isNaN(lag))
        .sum();
  }

  private synchronized StreamThreadExceptionResponse answer(Throwable fault) {
    String what = Whereabouts.of(fault);
    if (!what.equals(lastFault)) {
      LOG.error("a thread of the stream died: {}", what);
    }
    lastFault = what;
    couldNotOpenState = isOfStores(fault);
    onFault.run();
    long now = System.nanoTime();
    faults.addLast(now);
    while (now - faults.getFirst() > WINDOW.toNanos()) {
      faults.removeFirst();
    }
    return faults.size() > MOST_REPLACEMENTS
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Stays a member of the group, so that the process that comes back finds its place. */
  @Override
  public void close() {
    factory.stop();
    streams.close(Duration.ofSeconds(CLOSING_SECONDS));
  }

  private static Map<String, Object> known(Properties all) {
    return all.entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
  }

  /** The topology is a function of ours, not of Spring's builder: its stream is made already. */
  private record Made(KafkaStreams streams) implements KafkaStreamsCustomizer {

    @Override
    public KafkaStreams initKafkaStreams(
        @Nullable Topology none, Properties settings, KafkaClientSupplier clients) {
      return streams;
    }

    @Override
    public void customize(KafkaStreams made) {}
  }
}
