package jp.tsunagu.compose.run;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.SecuredBroker;
import jp.tsunagu.compose.broker.TestAuthority;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The sample city on a {@link SecuredBroker}: four services in this process, and a connector in a
 * process of its own for two agencies, each of which logs in as itself. Nothing but settings tells
 * them of it.
 */
public final class SecuredNetwork implements AutoCloseable {
  /** Whom the connector in its own process hosts. */
  public static final List<AgencyId> ELSEWHERE =
      List.of(SampleCity.SHOGAI_SOUDAN, SampleCity.KODOMO_KATEI);

  /** Who takes part in the city and has no connector yet, nor a login or rights. */
  public static final AgencyId TO_ENROL = SampleCity.SHAKYO;

  private static final Clock CLOCK = Clock.systemUTC();

  private final SecuredServices services;
  private final Parts parts;
  private final int portElsewhere = Ports.anyFree().connector();

  private SecuredNetwork(SecuredServices services, Parts parts) {
    this.services = services;
    this.parts = parts;
  }

  /** The kinds of service, each with the user it logs in as. */
  public enum Kind {
    GATEWAY("gateway"),
    CONNECTOR("connector"),
    SCHEDULER("scheduler"),
    STATISTICS("statistics");

    private final String user;

    Kind(String user) {
      this.user = user;
    }

    /** The name it logs in with. */
    public String user() {
      return user;
    }
  }

  /** Starts everything on an empty folder and waits until it is ready. */
  public static SecuredNetwork start(Path folder) throws Exception {
    ProcessLogs.shared();
    var parts = new Parts(_ -> {});
    var complete = false;
    try {
      var network = new SecuredNetwork(services(folder, parts), parts);
      network.run();
      complete = true;
      return network;
    } finally {
      if (!complete) {
        parts.close();
      }
    }
  }

  private static SecuredServices services(Path folder, Parts parts) throws Exception {
    var data = TestFolders.claimed(folder.resolve("data"));
    parts.start(new Parts.Start<>("データフォルダー", () -> emptied(data)));
    SampleCity.writeUnlessThere(data.city());
    var ports = Ports.anyFree();
    var authority = TestAuthority.in(folder.resolve("authority"));
    var identity = authority.ofThisMachine();
    var trusted = authority.certificate();
    var logins = new Logins(City.read(data.city()), Passwords.in(data.secrets()));
    var storage =
        parts.startTogether(
            new Parts.Start<>("PostgreSQL", () -> Storage.database(data, logins, Map.of())),
            new Parts.Start<>(
                "Kafka",
                () -> SecuredBroker.start(data.broker(), ports.broker(), identity, trusted)));
    var settings = new SingleMachine.Settings(data, ports, false, Map.of());
    var usual = new Services(settings, logins);
    return new SecuredServices(usual, storage.second(), storage.first(), folder);
  }

  private static AutoCloseable emptied(DataFolder data) {
    return () -> {
      data.empty();
      data.close();
    };
  }

  private void run() throws Exception {
    broker().admit(services.users(), services.rights());
    services.database().admit("elsewhere", SecuredServices.PASSWORD);
    services.database().admit("second", SecuredServices.PASSWORD);
    services.database().admit("enrolled", SecuredServices.PASSWORD);
    parts.start(new Parts.Start<>("別のコネクター", this::elsewhere));
    parts.startTogether(start(Kind.CONNECTOR), start(Kind.GATEWAY));
    parts.startTogether(start(Kind.SCHEDULER), start(Kind.STATISTICS));
    Readiness.await(
        SOON,
        Stream.concat(Stream.of(Kind.values()).map(this::address), Stream.of(addressElsewhere()))
            .toList());
  }

  private Parts.Start<ConfigurableApplicationContext> start(Kind kind) {
    return new Parts.Start<>(kind.name(), () -> services.right(kind).start(CLOCK));
  }

  private ServiceProcess elsewhere() {
    var connector = services.connector("elsewhere", portElsewhere, services.logins());
    try {
      return ServiceProcess.start(connector, services.folder().resolve("elsewhere"));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Where a service of this process is. */
  public URI address(Kind kind) {
    return local(services.right(kind).port());
  }

  /** Where the connector in its own process is. */
  public URI addressElsewhere() {
    return local(portElsewhere);
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What the services log in to. */
  public SecuredBroker broker() {
    return services.broker();
  }

  /** Starts a second one of a kind with these settings; gives the lines that it is refused with. */
  public List<String> refusal(Kind kind, Map<String, String> settings) {
    return refusal(services.with(kind, settings));
  }

  /** The same of a connector of these agencies, with what each lays over the common settings. */
  public List<String> refusal(Map<AgencyId, Map<String, String>> kafka) {
    return refusal(services.connector("second", Ports.anyFree().connector(), kafka));
  }

  private static List<String> refusal(SpringService service) {
    try (var _ = service.start(CLOCK)) {
      return List.of();
    } catch (RuntimeException failed) {
      if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof StartRefused refused) {
        return refused.report();
      }
      throw failed;
    }
  }

  /** Starts a second one of a kind with these settings, in a process of its own. */
  public ServiceProcess process(Kind kind, Map<String, String> settings) throws IOException {
    return ServiceProcess.start(
        services.with(kind, settings), services.folder().resolve("second-" + kind));
  }

  /** A connector beside those of the network. */
  public record Second(URI address, ConfigurableApplicationContext context)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }

  /**
   * Starts a connector of these agencies, with what each lays over the common settings. Whom it
   * hosts gets new keys: nobody else may be sending to them.
   */
  public Second second(Map<AgencyId, Map<String, String>> kafka) {
    var port = Ports.anyFree().connector();
    return new Second(local(port), services.connector("second", port, kafka).start(CLOCK));
  }

  /**
   * Starts the connector of {@link #TO_ENROL} with nothing but its bundle; what it took in before
   * is still there.
   */
  public Second enrolled(Path bundle, String password) {
    var port = Ports.anyFree().connector();
    return new Second(local(port), services.enrolled(port, bundle, password).start(CLOCK));
  }

  /** The lines by which the same is refused. */
  public List<String> refusal(Path bundle, String password) {
    return refusal(services.enrolled(Ports.anyFree().connector(), bundle, password));
  }

  /** The folder of the network's centre, made anew, from which agencies are enrolled. */
  public Path centre(Path folder) throws IOException {
    Files.createDirectories(folder);
    var lines = new Properties();
    lines.setProperty("network-file", services.services().settings().folder().city().toString());
    lines.setProperty("servers", broker().bootstrapServers());
    lines.setProperty("authority", broker().trusted().toString());
    broker()
        .ofItself()
        .forEach((name, value) -> lines.setProperty("kafka." + name, value.toString()));
    try (var file = Files.newBufferedWriter(folder.resolve("centre.properties"))) {
      lines.store(file, null);
    }
    return folder;
  }

  /** Recounts the figures with the settings of the statistics, in a process of its own. */
  public ServiceProcess recount() throws IOException {
    var statistics = services.right(Kind.STATISTICS);
    return ServiceProcess.start(
        statistics,
        services.folder().resolve("recount"),
        "recount",
        "--tsunagu.stats.instances=127.0.0.1:" + statistics.port());
  }

  @Override
  public void close() {
    parts.close();
  }
}
