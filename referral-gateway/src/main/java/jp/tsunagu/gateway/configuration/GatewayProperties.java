package jp.tsunagu.gateway.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for one gateway process ({@code tsunagu.*}).
 *
 * @param networkFile the city's network.yaml (e.g. {@code /etc/tsunagu/network.yaml}); must be set
 * @param stateDir where Kafka Streams keeps its stores; must outlive a restart to be quick
 * @param instance name of this process among the gateways of one network; keep it over restarts,
 *     else the others wait for the old one
 * @param threads stream threads, as far as the network has partitions
 * @param replicationFactor of the topics created here; -1 takes the brokers' default
 * @param standbyReplicas copies of the stores on other gateways, where more than one runs
 * @param createTopics whether missing topics are created; off where an operator creates them
 * @param topicCheckInterval how often all topics are looked at
 */
@ConfigurationProperties("tsunagu")
public record GatewayProperties(
    @Nullable Path networkFile,
    @DefaultValue("data/gateway-state") Path stateDir,
    @DefaultValue("gateway-1") String instance,
    @DefaultValue("2") int threads,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("0") int standbyReplicas,
    @DefaultValue("true") boolean createTopics,
    @DefaultValue("10s") Duration topicCheckInterval)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    faults.require(
        "tsunagu.network-file", networkFile, "network.yaml の場所", "/path/to/network.yaml");
    if (networkFile != null
        && NetworkFile.read(networkFile) instanceof NetworkFile.Unusable unusable) {
      faults.addAll(unusable.report());
    }
  }

  /** The city's file. */
  public Path cityFile() {
    return Objects.requireNonNull(networkFile);
  }
}
