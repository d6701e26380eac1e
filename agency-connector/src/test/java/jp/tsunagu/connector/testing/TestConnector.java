package jp.tsunagu.connector.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.outbox.KeyAnnouncements;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/** A connector process inside the test's JVM. */
public final class TestConnector implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private TestConnector(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a connector that hosts these agencies. */
  public static TestConnector start(
      TestNetwork.Address network, String jdbcUrl, Path dataDirectory, AgencyId... agencies) {
    return start(settings(network, jdbcUrl, dataDirectory, List.of(agencies)));
  }

  /** Starts a connector with these settings. */
  public static TestConnector start(Map<String, Object> settings) {
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new TestConnector(new SpringApplicationBuilder(AgencyConnector.class).run(arguments));
  }

  /** The settings such a connector is started with. */
  public static Map<String, Object> settings(
      TestNetwork.Address network, String jdbcUrl, Path dataDirectory, List<AgencyId> agencies) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.config.name", "agency-connector");
    properties.put("server.port", "0");
    properties.put("spring.datasource.url", jdbcUrl);
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.kafka.bootstrap-servers", network.bootstrapServers());
    properties.put("tsunagu.network-id", network.network().value());
    properties.put("tsunagu.connector.data-dir", dataDirectory.toString());
    properties.put("tsunagu.connector.directory-wait", "3s");
    for (int i = 0; i < agencies.size(); i++) {
      properties.put("tsunagu.connector.agencies[" + i + "].id", agencies.get(i).value());
    }
    return properties;
  }

  /** The outbox. */
  public Outbox outbox() {
    return bean(Outbox.class);
  }

  /** What the agencies know. */
  public Records records() {
    return bean(Records.class);
  }

  /** What people must look at. */
  public Alarms alarms() {
    return bean(Alarms.class);
  }

  /** Key rotation. */
  public KeyAnnouncements keys() {
    return bean(KeyAnnouncements.class);
  }

  /** What monitoring is told. */
  public Health health(String name) {
    return Objects.requireNonNull(context.getBean(name, HealthIndicator.class).health());
  }

  /** The schemas. */
  public Databases databases() {
    return bean(Databases.class);
  }

  /** Any bean. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
