package jp.tsunagu.connector.agency;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of a connector process, below {@code tsunagu}.
 *
 * @param bootstrapServers host:port of brokers, separated by commas
 * @param networkId prefix of the network's topics
 * @param kafka further settings of every Kafka client, e.g. {@code security.protocol}
 */
@ConfigurationProperties("tsunagu")
public record ConnectorProperties(
    String bootstrapServers,
    String networkId,
    @DefaultValue Map<String, String> kafka,
    Connector connector) {

  /** The network. */
  public NetworkId network() {
    return new NetworkId(networkId);
  }

  /** What every Kafka client of this agency is configured with; later settings win. */
  public Map<String, Object> clientSettings(HostedAgency agency) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("reconnect.backoff.max.ms", "1000");
    settings.putAll(kafka);
    settings.putAll(agency.kafka());
    return settings;
  }

  /**
   * What is about the connector itself.
   *
   * @param dataDir where the master key is kept; nothing else of value
   * @param commandsPerSecond how many commands of one agency are sent per second at most, so that
   *     one backlog does not starve the others
   * @param directoryWait how long a start waits for the directory; afterwards the last snapshot
   *     serves
   */
  public record Connector(
      Path dataDir,
      @DefaultValue("500") int commandsPerSecond,
      @DefaultValue("5s") Duration directoryWait,
      List<Agency> agencies) {}

  /**
   * One hosted agency.
   *
   * @param tokenSha256 SHA-256 of its bearer tokens, hexadecimal
   * @param folder of the folder exchange; none means off
   * @param kafka settings of this agency's Kafka clients, e.g. its credentials
   */
  public record Agency(
      String id,
      @DefaultValue Set<String> tokenSha256,
      @Nullable Path folder,
      @Nullable Hook webhook,
      @DefaultValue Map<String, String> kafka) {

    HostedAgency hosted() {
      return new HostedAgency(
          new AgencyId(id),
          tokenSha256,
          folder,
          webhook == null ? null : new Webhook(webhook.url(), new Sensitive<>(webhook.secret())),
          kafka);
    }
  }

  /** The agency's own system, told by HTTP. */
  public record Hook(URI url, String secret) {

    @Override
    public String toString() {
      return "Hook[***]";
    }
  }
}
