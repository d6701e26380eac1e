package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final String RECEIVERS = "receivers";
  private static final String SECOND = "second";

  /** What can be hurt. */
  public enum Part {
    BROKER,
    GATEWAY,
    SENDER,
    RECEIVERS,
    SCHEDULER,
    STATISTICS
  }

  private final DataFolder folder;
  private final Ports ports = Ports.anyFree();
  private final Ports further = Ports.anyFree();
  private final Services services;
  private final Parts parts;
  private final Map<Part, ChildProcess> processes = new EnumMap<>(Part.class);
  private final ChildProcess second;
  private final EmbeddedDatabase database;
  private final Detour detour = new Detour(further.broker());
  private @Nullable LoginProvider login;

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
    this.second =
        new ChildProcess(ServiceMain.class, folder.logs().resolve(SECOND), this::secondGateway);
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
   * @throws TimeoutException when it is not within three minutes; then nothing is left running
   */
  public static ProcessNetwork start(DataFolder folder, Progress progress) throws TimeoutException {
    var parts = new Parts(progress);
    var complete = false;
    try {
      var network = new ProcessNetwork(folder, parts);
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
    parts.start(new Parts.Start<>("GATEWAY 2", () -> second));
    logIn();
    parts.start(new Parts.Start<AutoCloseable>("ログイン", () -> this::logOut));
    of(Part.BROKER).start();
    awaitBroker();
    for (var part : Part.values()) {
      of(part).start();
    }
    awaitReady();
  }

  private ChildProcess child(Part part) {
    var main = part == Part.BROKER ? BrokerMain.class : ServiceMain.class;
    return new ChildProcess(main, folder.logs().resolve(part.name()), () -> order(part));
  }

  private Object order(Part part) {
    var way = new WayToTheBroker(servers());
    return switch (part) {
      case BROKER -> broker();
      case GATEWAY -> ChildOrder.of(services.gateway(way), clockOf(part));
      case SENDER -> ChildOrder.of(sender(), clockOf(part));
      case RECEIVERS -> ChildOrder.of(receivers(way), clockOf(part));
      case SCHEDULER -> ChildOrder.of(services.scheduler(way), clockOf(part));
      case STATISTICS -> ChildOrder.of(services.statistics(way), clockOf(part));
    };
  }

  /** Beside the usual listener there is one whose address leads over the detour. */
  private BrokerMain.Order broker() {
    try {
      Files.deleteIfExists(ready());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot delete " + ready(), exception);
    }
    var itself = "BROKER://" + servers();
    var controller = "127.0.0.1:" + further.gateway();
    var listener = "DETOUR://127.0.0.1:";
    var settings =
        Map.of(
            "listeners",
            itself + ",CONTROLLER://" + controller + "," + listener + further.broker(),
            "advertised.listeners",
            itself + "," + listener + detour.port(),
            "controller.quorum.voters",
            "1@" + controller,
            "listener.security.protocol.map",
            "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT,DETOUR:SASL_PLAINTEXT",
            "listener.name.detour.sasl.enabled.mechanisms",
            "SCRAM-SHA-512",
            "listener.name.detour.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    return new BrokerMain.Order(
        folder.broker().toString(),
        ports.broker(),
        folder.city().toString(),
        folder.secrets().toString(),
        settings,
        ready().toString());
  }

  private Path ready() {
    return folder.temporary().resolve("broker-is-ready");
  }

  private SpringService sender() {
    var way = new WayToTheBroker("127.0.0.1:" + detour.port());
    return services.connector(way, database, List.of(SENDER));
  }

  private SpringService receivers(WayToTheBroker way) {
    var others =
        services.city().everyone().stream().filter(agency -> !agency.equals(SENDER)).toList();
    var usual = services.connector(way, database, others);
    var properties = new LinkedHashMap<>(usual.properties());
    properties.put("tsunagu.connector.data-dir", folder.connector().resolve(RECEIVERS));
    properties.put("spring.datasource.url", database.jdbcUrl(RECEIVERS));
    properties.put("spring.datasource.username", RECEIVERS);
    properties.put(
        "spring.datasource.password", services.logins().passwords().of("database." + RECEIVERS));
    return new SpringService(
        usual.name(), usual.application(), further.connector(), usual.exclusions(), properties);
  }

  private Object secondGateway() {
    var first = services.gateway(new WayToTheBroker(servers()));
    var properties = new LinkedHashMap<>(first.properties());
    properties.put("tsunagu.instance", SECOND);
    properties.put("tsunagu.state-dir", folder.streams().resolve(SECOND));
    return ChildOrder.of(
        new SpringService(
            first.name(), first.application(), further.scheduler(), first.exclusions(), properties),
        clockOf(Part.GATEWAY));
  }

  /**
   * Lets a second gateway take part, with a state of its own, until it is stopped.
   *
   * @throws TimeoutException when it is not ready within three minutes
   */
  public void startSecondGateway() throws TimeoutException {
    second.start();
    var itself = URI.create("http://127.0.0.1:" + further.scheduler());
    Readiness.await(PATIENCE, List.of(itself), this::allRun);
  }

  /** The first has everything again. */
  public void stopSecondGateway() {
    second.terminate();
  }

  private String servers() {
    return "127.0.0.1:" + ports.broker();
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
    return folder.temporary().resolve("clock-" + part);
  }

  /** Where a service is. */
  public URI address(Part part) {
    return URI.create(
        "http://127.0.0.1:"
            + switch (part) {
              case BROKER -> ports.broker();
              case GATEWAY -> ports.gateway();
              case SENDER -> ports.connector();
              case RECEIVERS -> further.connector();
              case SCHEDULER -> ports.scheduler();
              case STATISTICS -> ports.statistics();
            });
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
    BoundedWait.until("the broker", PATIENCE, () -> Files.exists(ready()));
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
