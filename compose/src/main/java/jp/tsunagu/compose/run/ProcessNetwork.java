package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.login.LoginProvider;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.file.OwnerOnly;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.jspecify.annotations.Nullable;

/**
 * The usual sample city with every service in a process of its own, so that each can be killed,
 * paused and cut off by itself: a broker, the gateway, a connector of {@link #SENDER} and one of
 * everybody else, the meetings, the statistics. Database and login are this process's.
 */
public final class ProcessNetwork implements AutoCloseable {
  /** The agency whose connector stands alone. */
  public static final AgencyId SENDER = SampleCity.HOKATSU;

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /** The database of all receivers' connector. */
  static final String RECEIVERS = "receivers";

  /** What can be hurt. */
  public enum Part {
    BROKER,
    GATEWAY,
    SENDER,
    RECEIVERS,
    SCHEDULER,
    STATISTICS
  }

  /** Of what there can be two. */
  private static final Set<Part> DOUBLE = Set.of(Part.GATEWAY, Part.SCHEDULER, Part.STATISTICS);

  private final DataFolder folder;
  private final Ports ports = Ports.anyFree();
  private final Ports further = Ports.anyFree();
  private final Ports ofSeconds = Ports.anyFree();
  private final Services services;
  private final ChildOrders orders;
  private final Parts parts;
  private final Map<Part, ChildProcess> processes = new EnumMap<>(Part.class);
  private final Map<Part, ChildProcess> seconds = new EnumMap<>(Part.class);
  private final EmbeddedDatabase database;
  private final Detour detour = new Detour(further.broker());
  private @Nullable LoginProvider login;
  private volatile String classPath = ChildJvm.ownClassPath();

  private ProcessNetwork(DataFolder folder, Parts parts) {
    this.folder = folder;
    this.parts = parts;
    SampleCity.writeUnlessThere(folder.city());
    var logins = new Logins(City.read(folder.city()), Passwords.in(folder.secrets()));
    var settings = new SingleMachine.Settings(folder, ports, false, Map.of());
    this.services = new Services(settings, logins);
    parts.start(new Parts.Start<>("回り道", () -> detour));
    this.database =
        parts.start(
            new Parts.Start<>("PostgreSQL", () -> Storage.database(folder, logins, Map.of())));
    database.admit(RECEIVERS, logins.passwords().of("database." + RECEIVERS));
    this.orders = new ChildOrders(folder, ports, further, services, database, detour.port());
    // made before another process reads them
    logins.ofBroker();
    try {
      OwnerOnly.folder(folder.temporary());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot create " + folder.temporary(), exception);
    }
  }

  /**
   * Starts everything on this folder and waits until it is ready.
   *
   * @param older the program of another version from which its processes are started; none for this
   *     one
   * @throws TimeoutException when it is not within three minutes; then nothing is left running
   */
  public static ProcessNetwork start(DataFolder folder, @Nullable Path older, Progress progress)
      throws TimeoutException {
    var parts = new Parts(progress);
    var complete = false;
    try {
      var network = new ProcessNetwork(folder, parts);
      network.use(older);
      network.run();
      complete = true;
      return network;
    } finally {
      if (!complete) {
        parts.close();
      }
    }
  }

  private void run() throws TimeoutException {
    for (var part : Part.values()) {
      processes.put(part, parts.start(new Parts.Start<>(part.name(), () -> child(part))));
    }
    for (var part : DOUBLE) {
      seconds.put(part, parts.start(new Parts.Start<>(part + " 2", () -> second(part))));
    }
    logIn();
    parts.start(new Parts.Start<AutoCloseable>("ログイン", () -> this::logOut));
    of(Part.BROKER).start();
    awaitBroker();
    for (var part : Part.values()) {
      of(part).start();
    }
    awaitReady();
  }

  /** What starts from now on is this other version; none for this one. */
  public void use(@Nullable Path older) {
    classPath = older == null ? ChildJvm.ownClassPath() : older.toString();
  }

  private ChildProcess child(Part part) {
    var main = part == Part.BROKER ? BrokerMain.class : ServiceMain.class;
    var logs = folder.logs().resolve(part.name());
    return new ChildProcess(() -> classPath, main, logs, () -> orders.of(part));
  }

  private ChildProcess second(Part part) {
    var logs = folder.logs().resolve(part + "-2");
    return new ChildProcess(
        () -> classPath, ServiceMain.class, logs, () -> orders.ofSecond(part, ofSeconds));
  }

  /**
   * Lets a second one take part, with a state of its own, until it is stopped.
   *
   * @param part one of {@link #DOUBLE}
   * @throws TimeoutException when it is not ready within three minutes
   */
  public void startSecond(Part part) throws TimeoutException {
    ofSecond(part).start();
    Readiness.await(PATIENCE, List.of(addressOfSecond(part)), this::allRun);
  }

  /** The first has everything again; nothing where there is no second one. */
  public void stopSecond(Part part) {
    ofSecond(part).terminate();
  }

  /** The second one's process. */
  public ChildProcess ofSecond(Part part) {
    return Objects.requireNonNull(seconds.get(part));
  }

  private String servers() {
    return orders.servers();
  }

  /** A process. */
  public ChildProcess of(Part part) {
    return Objects.requireNonNull(processes.get(part));
  }

  /** The way of the sender's connector to the broker. */
  public Detour detour() {
    return detour;
  }

  /** Where the offset of a service's clock stands, an ISO 8601 duration; read at its start. */
  public Path clockOf(Part part) {
    return orders.clockOf(part);
  }

  /** Where a service is. */
  public URI address(Part part) {
    var port = part == Part.RECEIVERS ? further.connector() : ChildOrders.portOf(part, ports);
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where a second one is while it runs. */
  public URI addressOfSecond(Part part) {
    return URI.create("http://127.0.0.1:" + ChildOrders.portOf(part, ofSeconds));
  }

  /** Starts whatever does not run, and waits until all of it is ready. */
  public void heal() throws TimeoutException {
    of(Part.BROKER).start();
    awaitBroker();
    for (var part : Part.values()) {
      of(part).start();
    }
    awaitReady();
  }

  private void awaitBroker() throws TimeoutException {
    BoundedWait.until("the broker", PATIENCE, () -> Files.exists(orders.ready()));
  }

  private void awaitReady() throws TimeoutException {
    Readiness.await(
        PATIENCE,
        Stream.of(Part.values()).filter(part -> part != Part.BROKER).map(this::address).toList(),
        this::allRun);
  }

  /**
   * Nothing is waited for that has ended.
   *
   * @throws IllegalStateException when a part has, with where it says why
   */
  private void allRun() {
    for (var part : Part.values()) {
      if (!of(part).isRunning()) {
        throw new IllegalStateException(
            part + " ended by itself: see " + folder.logs().resolve(part.name()));
      }
    }
  }

  /** The way by which anybody reads the ledger who may read it and do nothing else. */
  public BrokerAccess reader() {
    return BrokerAccess.plain("reader", servers()).with(services.logins().reader().settings());
  }

  /** The way by which the scheduler's own commands reach the broker. */
  public BrokerAccess scheduler() {
    return BrokerAccess.plain("scheduler", servers())
        .with(services.logins().scheduler().settings());
  }

  /** What the gateway's own commands are told of the way to the broker. */
  public List<String> argumentsOfGateway() {
    return arguments(services.logins().gateway());
  }

  /** What the statistics' own commands are told of the way to the broker. */
  public List<String> argumentsOfStatistics() {
    return arguments(services.logins().statistics());
  }

  private List<String> arguments(Login login) {
    return new WayToTheBroker(servers())
        .of(login).entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toList();
  }

  /** Login and rights at the broker are taken from the sender, who goes on. */
  public void expelSender() {
    of(Part.BROKER).tell(services.logins().agency(SENDER).user());
  }

  /** It has them again. */
  public void admitSender() {
    of(Part.BROKER).tell("");
  }

  /** The database of all agencies. */
  public EmbeddedDatabase database() {
    return database;
  }

  /** Everybody can log in; nothing where they can. */
  public void logIn() {
    if (login == null) {
      login = LoginProvider.start(services.login(), services.city(), Clock.systemUTC());
    }
  }

  /** Nobody can log in any more. */
  public void logOut() {
    if (login != null) {
      login.close();
      login = null;
    }
  }

  /** Where everything is kept. */
  public DataFolder folder() {
    return folder;
  }

  @Override
  public void close() {
    parts.close();
  }
}
