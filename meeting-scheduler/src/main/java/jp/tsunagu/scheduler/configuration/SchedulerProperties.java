package jp.tsunagu.scheduler.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for one scheduler process ({@code tsunagu.*}).
 *
 * @param bootstrapServers host:port of the Kafka brokers; must be set
 * @param networkId the prefix of the network's topics; must be set
 * @param stateDir where Kafka Streams keeps its stores
 * @param instance name of this process; keep it over restarts
 * @param replicationFactor of internal topics; -1 takes the brokers' default
 * @param grace how long after a closing or a day of publication its agenda is built at the
 *     earliest: more than the clocks of gateway and scheduler may differ
 * @param settling how long what was decided at one moment may take to stand in the ledger
 * @param tick how often the desk looks at what is due
 * @param answerPatience how long an HTTP request waits for the outcome of its command
 */
@ConfigurationProperties("tsunagu")
public record SchedulerProperties(
    @Nullable String bootstrapServers,
    @Nullable String networkId,
    @DefaultValue("data/scheduler-state") Path stateDir,
    @DefaultValue("scheduler-1") String instance,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("30s") Duration grace,
    @DefaultValue("250ms") Duration settling,
    @DefaultValue("1s") Duration tick,
    @DefaultValue("10s") Duration answerPatience) {

  private static final String NO_BROKERS =
      "設定 tsunagu.bootstrap-servers がありません。"
          + "Kafka のホスト名とポートを --tsunagu.bootstrap-servers=localhost:9092 の形で指定してください。";
  private static final String NO_NETWORK =
      "設定 tsunagu.network-id がありません。ネットワークの名前を --tsunagu.network-id=kokubunji の形で指定してください。";

  /** The brokers; refuses to start without. */
  public String brokers() {
    if (bootstrapServers == null || bootstrapServers.isBlank()) {
      throw new StartRefused(NO_BROKERS);
    }
    return bootstrapServers;
  }

  /** The network; refuses to start without. */
  public String network() {
    if (networkId == null || networkId.isBlank()) {
      throw new StartRefused(NO_NETWORK);
    }
    return networkId;
  }
}
