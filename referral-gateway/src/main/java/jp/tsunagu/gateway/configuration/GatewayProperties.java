package jp.tsunagu.gateway.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for one gateway process ({@code tsunagu.*}).
 *
 * @param bootstrapServers host:port of the Kafka brokers; must be set
 * @param networkFile the city's network.yaml; must be set
 * @param stateDir where Kafka Streams keeps its stores; must outlive a restart to be quick
 * @param instance name of this process among the gateways of one network; keep it over restarts,
 *     else the others wait for the old one
 * @param threads stream threads
 * @param replicationFactor of the topics created here; -1 takes the brokers' default
 * @param standbyReplicas copies of the stores on other gateways, where more than one runs
 * @param createTopics whether missing topics are created; off where an operator creates them
 * @param topicCheckInterval how often all topics are looked at
 */
@ConfigurationProperties("tsunagu")
public record GatewayProperties(
    @Nullable String bootstrapServers,
    @Nullable Path networkFile,
    @DefaultValue("data/gateway-state") Path stateDir,
    @DefaultValue("gateway-1") String instance,
    @DefaultValue("2") int threads,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("0") int standbyReplicas,
    @DefaultValue("true") boolean createTopics,
    @DefaultValue("10s") Duration topicCheckInterval) {

  private static final String NO_BROKERS =
      "設定 tsunagu.bootstrap-servers がありません。"
          + "Kafka のホスト名とポートを --tsunagu.bootstrap-servers=localhost:9092 の形で指定してください。";
  private static final String NO_FILE =
      "設定 tsunagu.network-file がありません。"
          + "network.yaml の場所を --tsunagu.network-file=/path/to/network.yaml の形で指定してください。";

  /** Refuses to start if anything is missing, and names all of it at once. */
  void requireAll() {
    List<String> missing = new ArrayList<>();
    if (networkFile == null) {
      missing.add(NO_FILE);
    }
    if (bootstrapServers == null || bootstrapServers.isBlank()) {
      missing.add(NO_BROKERS);
    }
    if (!missing.isEmpty()) {
      throw StartRefused.because(missing);
    }
  }

  /** The brokers; refuses to start without. */
  public String brokers() {
    if (bootstrapServers == null || bootstrapServers.isBlank()) {
      throw StartRefused.because(NO_BROKERS);
    }
    return bootstrapServers;
  }

  /** The city's file; refuses to start without. */
  public Path cityFile() {
    if (networkFile == null) {
      throw StartRefused.because(NO_FILE);
    }
    return networkFile;
  }
}
