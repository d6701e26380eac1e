package jp.tsunagu.compose.containers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.ReferralGateway;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The gateway of the sample city and connectors that host one agency each, every one with a
 * database of its own; they meet nowhere but at the broker.
 */
final class RunningNetwork implements AutoCloseable {
  private final KafkaContainer broker;
  private final PostgreSQLContainer database;
  private final Path folder;
  private final Deque<ConfigurableApplicationContext> started = new ArrayDeque<>();

  RunningNetwork(KafkaContainer broker, PostgreSQLContainer database, Path folder) {
    this.broker = broker;
    this.database = database;
    this.folder = folder;
  }

  void startGateway() {
    var city = folder.resolve("network.yaml");
    SampleCity.writeUnlessThere(city);
    start(
        ReferralGateway.class,
        "referral-gateway",
        Map.of(
            "tsunagu.network-file",
            city,
            "tsunagu.state-dir",
            folder.resolve("gateway"),
            "tsunagu.replication-factor",
            1));
  }

  /** Starts the connector of this agency, on an empty database. */
  AgencyApi startConnector(AgencyId agency) throws SQLException {
    var token = SampleCity.tokenOf(agency);
    createDatabase(agency);
    var connector =
        start(
            AgencyConnector.class,
            "agency-connector",
            Map.of(
                "tsunagu.network-id", SampleCity.NETWORK,
                "tsunagu.connector.enrolment", folder.resolve("enrolment"),
                "tsunagu.connector.data-dir", folder.resolve("connector-" + agency),
                "tsunagu.connector.agencies[0].id", agency,
                "tsunagu.connector.agencies[0].token-sha256[0]", sha256(token),
                "spring.datasource.url", address(agency),
                "spring.datasource.username", database.getUsername(),
                "spring.datasource.password", database.getPassword()));
    var port = connector.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new AgencyApi(port, agency, token);
  }

  private void createDatabase(AgencyId agency) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(agency.value(), true));
    }
  }

  private String address(AgencyId agency) {
    var port = database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    return "jdbc:postgresql://" + database.getHost() + ":" + port + "/" + agency;
  }

  private ConfigurableApplicationContext start(
      Class<?> application, String name, Map<String, ?> properties) {
    var all = new LinkedHashMap<String, Object>(properties);
    all.put("spring.config.name", name);
    all.put("spring.kafka.bootstrap-servers", broker.getBootstrapServers());
    all.put("server.address", "127.0.0.1");
    all.put("server.port", 0);
    var context =
        new SpringApplicationBuilder(application)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .run(arguments(all));
    started.push(context);
    return context;
  }

  /** As command line arguments, which stand over every other source. */
  private static String[] arguments(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("every Java platform has SHA-256", exception);
    }
  }

  /** Stops everything, the latest first. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
