package jp.tsunagu.compose.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.EmbeddedBroker;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.clock.AdjustableClock;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.login.LoginProvider;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.BrokerAccess;

/**
 * All services of a city in this process: database and broker first, side by side, then connector
 * and gateway, side by side, then scheduler and statistics, side by side.
 *
 * <p>Stopped in the opposite order: statistics, scheduler, gateway, connector, broker, the database
 * last. Who starts it closes it; nothing registers a shutdown hook here.
 */
public final class SingleMachine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Settings settings;
  private final Logins logins;
  private final Parts parts;
  private final EmbeddedDatabase database;
  private final EmbeddedBroker broker;
  private final AdjustableClock clock;
  private final LoginProvider login;
  private final Parts.Both<RunningService, RunningService> doors;
  private final Observers observers;

  private SingleMachine(
      Settings settings,
      Logins logins,
      Parts parts,
      Parts.Both<EmbeddedDatabase, EmbeddedBroker> storage,
      AdjustableClock clock,
      LoginProvider login,
      Parts.Both<RunningService, RunningService> doors,
      Observers observers) {
    this.observers = observers;
    this.login = login;
    this.doors = doors;
    this.settings = settings;
    this.logins = logins;
    this.parts = parts;
    this.database = storage.first();
    this.broker = storage.second();
    this.clock = clock;
  }

  /**
   * What a run needs to know.
   *
   * @param files whether the agencies' systems exchange files; else news are written into no folder
   * @param hooks agencies whose own system is told of news by HTTP
   * @param time what the clock of all services is ahead of; another one than the real time lets a
   *     story take place in its own year
   * @param counted whether the statistics run; what asks them nothing starts sooner without
   * @param logins how persons log in where it is not at the provider of this run: settings of each
   *     service by its name
   * @param database settings of PostgreSQL's own over the usual ones, for a measurement
   */
  public record Settings(
      DataFolder folder,
      Ports ports,
      boolean files,
      Map<AgencyId, Hook> hooks,
      Clock time,
      boolean counted,
      Map<String, Map<String, String>> logins,
      Map<String, String> database) {
    public Settings {
      hooks = Map.copyOf(hooks);
      logins = Map.copyOf(logins);
      database = Map.copyOf(database);
    }

    /** Persons log in at the provider of this run. */
    public Settings(
        DataFolder folder,
        Ports ports,
        boolean files,
        Map<AgencyId, Hook> hooks,
        Clock time,
        boolean counted) {
      this(folder, ports, files, hooks, time, counted, Map.of(), Map.of());
    }

    /** Everything, in the present. */
    public Settings(DataFolder folder, Ports ports, boolean files, Map<AgencyId, Hook> hooks) {
      this(folder, ports, files, hooks, Clock.systemUTC(), true);
    }

    /** The same with the login of the city's own provider. */
    public Settings loggingIn(Map<String, Map<String, String>> elsewhere) {
      return new Settings(folder, ports, files, hooks, time, counted, elsewhere, database);
    }

    /** The same with these settings of PostgreSQL's own. */
    public Settings withDatabase(Map<String, String> further) {
      return new Settings(folder, ports, files, hooks, time, counted, logins, further);
    }
  }

  /**
   * Starts everything and waits until every service says that it is ready. The city is the one
   * whose network.yaml stands in the folder; the usual one where none does.
   *
   * @throws TimeoutException when one does not within 90 s; then nothing is left running, as after
   *     every other exception
   */
  public static SingleMachine start(Settings settings, Progress progress) throws TimeoutException {
    return start(settings, progress, _ -> {});
  }

  /**
   * The same for a process that may be told to stop in the middle of it.
   *
   * @param begun given, before anything is started, what stops whatever is started by then and
   *     waits for what is just starting, at most 30 s; then this ends with an exception
   */
  public static SingleMachine start(
      Settings settings, Progress progress, Consumer<AutoCloseable> begun) throws TimeoutException {
    ProcessLogs.shared();
    var parts = new Parts(progress);
    begun.accept(parts);
    var complete = false;
    try {
      var machine = assembled(settings, parts);
      Readiness.await(PATIENCE, machine.services());
      complete = true;
      return machine;
    } finally {
      if (!complete) {
        parts.close();
      }
    }
  }

  private static SingleMachine assembled(Settings settings, Parts parts) {
    var folder = settings.folder();
    var ports = settings.ports();
    SampleCity.writeUnlessThere(folder.city());
    var city = City.read(folder.city());
    var clock = AdjustableClock.stored(settings.time(), folder.clockOffset());
    var logins = new Logins(city, Passwords.in(folder.secrets()));
    var storage =
        parts.startTogether(
            new Parts.Start<>(
                "PostgreSQL", () -> Storage.database(folder, logins, settings.database())),
            new Parts.Start<>("Kafka", () -> Storage.broker(folder, ports, logins)));
    var servers = storage.second().bootstrapServers();
    new ClientFiles(folder.clients(), logins, servers).write();
    var way = new WayToTheBroker(servers);
    var services = new Services(settings, logins);
    var connector = services.connector(way, storage.first());
    var gateway = services.gateway(way);
    var login =
        parts.start(
            new Parts.Start<>(
                "ログイン", () -> LoginProvider.start(services.login(), city, Clock.systemUTC())));
    var doors =
        parts.startTogether(
            new Parts.Start<>("コネクター", () -> RunningService.start(connector, clock)),
            new Parts.Start<>("ゲートウェイ", () -> RunningService.start(gateway, clock)));
    var observers = startObservers(services, way, parts, clock);
    return new SingleMachine(settings, logins, parts, storage, clock, login, doors, observers);
  }

  /** What follows the ledger. */
  private record Observers(RunningService scheduler, Optional<RunningService> statistics) {}

  /** What follows the ledger and is waited for by nobody. */
  private static Observers startObservers(
      Services services, WayToTheBroker broker, Parts parts, Clock clock) {
    var scheduler = services.scheduler(broker);
    var meetings = new Parts.Start<>("会議調整", () -> RunningService.start(scheduler, clock));
    if (services.settings().counted()) {
      var statistics = services.statistics(broker);
      var both =
          parts.startTogether(
              meetings, new Parts.Start<>("統計", () -> RunningService.start(statistics, clock)));
      return new Observers(both.first(), Optional.of(both.second()));
    }
    return new Observers(parts.start(meetings), Optional.empty());
  }

  private List<URI> services() {
    return Stream.concat(Stream.of(gateway(), connector(), scheduler()), statistics().stream())
        .toList();
  }

  /** Base address of the gateway. */
  public URI gateway() {
    return local(settings.ports().gateway());
  }

  /** Base address of the connector that hosts all agencies. */
  public URI connector() {
    return local(settings.ports().connector());
  }

  /** Base address of the meeting scheduler. */
  public URI scheduler() {
    return local(settings.ports().scheduler());
  }

  /** Base address of the statistics, where they run. */
  public Optional<URI> statistics() {
    return settings.counted()
        ? Optional.of(local(settings.ports().statistics()))
        : Optional.empty();
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where everybody logs in. */
  public LoginProvider login() {
    return login;
  }

  /** Whose services these are. */
  public City city() {
    return logins.city();
  }

  /** The database of all agencies, for a measurement. */
  public EmbeddedDatabase database() {
    return database;
  }

  /** The broker, which a test may take down for a while. */
  public EmbeddedBroker broker() {
    return broker;
  }

  /** The way by which anybody reads the ledger who may read it and do nothing else. */
  public BrokerAccess reader() {
    return BrokerAccess.plain("reader", broker.bootstrapServers()).with(logins.reader().settings());
  }

  /** The connector, which a test may take down for a while. */
  public RunningService connectorService() {
    return doors.first();
  }

  /** The gateway, which a test may take down for a while. */
  public RunningService gatewayService() {
    return doors.second();
  }

  /** The meeting scheduler, which a test may take down for a while. */
  public RunningService schedulerService() {
    return observers.scheduler();
  }

  /** The statistics, where they run; a test may take them down for a while. */
  public Optional<RunningService> statisticsService() {
    return observers.statistics();
  }

  /** The clock of all services. */
  public AdjustableClock clock() {
    return clock;
  }

  /** Where everything is kept. */
  public DataFolder folder() {
    return settings.folder();
  }

  /** Stops everything; the folder stays claimed by its owner. */
  @Override
  public void close() {
    parts.close();
  }
}
