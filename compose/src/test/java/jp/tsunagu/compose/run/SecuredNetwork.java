package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.CertificateAuthority;
import jp.tsunagu.compose.broker.Rights;
import jp.tsunagu.compose.broker.SecuredBroker;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.start.StartRefused;
import org.apache.kafka.common.acl.AclBinding;

/**
 * The sample city on a {@link SecuredBroker}: four services in this process, and a connector in a
 * process of its own for two agencies, each of which logs in as itself. Nothing but settings tells
 * them of it.
 */
public final class SecuredNetwork implements AutoCloseable {
  /** Whom the connector in its own process hosts. */
  public static final List<AgencyId> ELSEWHERE =
      List.of(SampleCity.SHOGAI_SOUDAN, SampleCity.KODOMO_KATEI);

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final DataFolder data;
  private final Ports ports = Ports.anyFree();
  private final Ports portsElsewhere = Ports.anyFree();
  private final Parts parts = new Parts(_ -> {});
  private final SecuredBroker broker;
  private final EmbeddedDatabase database;
  private final Services services;

  private SecuredNetwork(Path folder) throws Exception {
    this.folder = folder;
    this.data = claimed(folder.resolve("data"));
    SampleCity.writeUnlessThere(data.city());
    var settings = new SingleMachine.Settings(data, ports, false, Map.of());
    this.services = new Services(City.read(data.city()), settings);
    var authority = CertificateAuthority.in(folder.resolve("authority"));
    var identity = authority.ofThisMachine();
    var trusted = authority.certificate();
    var storage =
        parts.startTogether(
            new Parts.Start<>("PostgreSQL", () -> EmbeddedDatabase.start(data.database())),
            new Parts.Start<>(
                "Kafka",
                () -> SecuredBroker.start(data.broker(), ports.broker(), identity, trusted)));
    this.database = storage.first();
    this.broker = storage.second();
  }

  private static DataFolder claimed(Path folder) {
    return switch (DataFolder.claim(folder)) {
      case DataFolder.Claim.Claimed(DataFolder ours) -> ours;
      case DataFolder.Claim.Refused(Obstacle obstacle) ->
          throw new IllegalStateException(obstacle.toString());
    };
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
    var network = new SecuredNetwork(folder);
    var complete = false;
    try {
      network.run();
      complete = true;
      return network;
    } finally {
      if (!complete) {
        network.close();
      }
    }
  }

  private void run() throws Exception {
    broker.admit(users(), rights());
    createDatabase("elsewhere");
    var clock = Clock.systemUTC();
    parts.start(new Parts.Start<>("別のコネクター", this::elsewhere));
    parts.startTogether(
        new Parts.Start<>("コネクター", () -> secured(Kind.CONNECTOR).start(clock)),
        new Parts.Start<>("ゲートウェイ", () -> secured(Kind.GATEWAY).start(clock)));
    parts.startTogether(
        new Parts.Start<>("会議調整", () -> secured(Kind.SCHEDULER).start(clock)),
        new Parts.Start<>("統計", () -> secured(Kind.STATISTICS).start(clock)));
    Readiness.await(
        PATIENCE,
        List.of(
            address(Kind.GATEWAY),
            address(Kind.CONNECTOR),
            address(Kind.SCHEDULER),
            address(Kind.STATISTICS),
            elsewhereAddress()));
  }

  private static List<String> users() {
    return Stream.concat(
            Stream.of(Kind.values()).map(Kind::user), ELSEWHERE.stream().map(AgencyId::value))
        .toList();
  }

  private List<AclBinding> rights() {
    var network = services.city().network();
    var rights = new ArrayList<AclBinding>();
    for (var kind : List.of(Kind.GATEWAY, Kind.SCHEDULER, Kind.STATISTICS)) {
      rights.addAll(Rights.ofService(network, kind.user()));
    }
    here()
        .forEach(agency -> rights.addAll(Rights.ofAgency(network, agency, Kind.CONNECTOR.user())));
    ELSEWHERE.forEach(agency -> rights.addAll(Rights.ofAgency(network, agency, agency.value())));
    return rights;
  }

  private List<AgencyId> here() {
    return services.city().everyone().stream()
        .filter(agency -> !ELSEWHERE.contains(agency))
        .toList();
  }

  private void createDatabase(String name) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
  }

  private ServiceProcess elsewhere() {
    var more = new LinkedHashMap<String, Object>();
    more.putAll(broker.credentials("nobody").settings());
    more.remove("spring.kafka.properties.sasl.jaas.config");
    for (var number = 0; number < ELSEWHERE.size(); number++) {
      more.put(
          "tsunagu.connector.agencies[" + number + "].kafka.sasl.jaas.config",
          broker.credentials(ELSEWHERE.get(number).value()).login());
    }
    more.put("tsunagu.connector.data-dir", folder.resolve("elsewhere").resolve("data"));
    more.put("spring.datasource.url", database.jdbcUrl().replace("/postgres", "/elsewhere"));
    var connector = services.connector(broker.bootstrapServers(), database, ELSEWHERE);
    try {
      return ServiceProcess.start(
          with(connector, portsElsewhere.connector(), more), folder.resolve("elsewhere"));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private SpringService secured(Kind kind) {
    return configured(kind, broker.credentials(kind.user()).settings());
  }

  private SpringService configured(Kind kind, Map<String, String> more) {
    var servers = broker.bootstrapServers();
    var service =
        switch (kind) {
          case GATEWAY -> services.gateway(servers);
          case CONNECTOR -> services.connector(servers, database, here());
          case SCHEDULER -> services.scheduler(servers);
          case STATISTICS -> services.statistics(servers);
        };
    return with(service, service.port(), more);
  }

  private static SpringService with(SpringService service, int port, Map<String, ?> more) {
    var all = new LinkedHashMap<String, Object>(service.properties());
    all.putAll(more);
    return new SpringService(
        service.name(), service.application(), port, service.exclusions(), all);
  }

  /** Where a service of this process is. */
  public URI address(Kind kind) {
    var port =
        switch (kind) {
          case GATEWAY -> ports.gateway();
          case CONNECTOR -> ports.connector();
          case SCHEDULER -> ports.scheduler();
          case STATISTICS -> ports.statistics();
        };
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where the connector in its own process is. */
  public URI elsewhereAddress() {
    return URI.create("http://127.0.0.1:" + portsElsewhere.connector());
  }

  /** What the services log in to. */
  public SecuredBroker broker() {
    return broker;
  }

  /** Starts a second one of a kind with these settings; gives the lines that it is refused with. */
  public List<String> refusal(Kind kind, Map<String, String> settings) {
    try (var _ = configured(kind, settings).start(Clock.systemUTC())) {
      return List.of();
    } catch (StartRefused refused) {
      return refused.report();
    }
  }

  /** The same in a process of its own. */
  public ServiceProcess started(Kind kind, Map<String, String> settings) throws IOException {
    return ServiceProcess.start(configured(kind, settings), folder.resolve("second-" + kind));
  }

  @Override
  public void close() {
    parts.close();
    data.empty();
    data.close();
  }
}
