package jp.tsunagu.stats.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for one process ({@code tsunagu.*}).
 *
 * @param networkId the network's id, e.g. {@code tachikawa}; must be set
 * @param stateDir where Kafka Streams keeps its stores; delete it to rebuild from the ledger
 * @param instance name of this process among those of one network; keep it over restarts
 * @param advertised host:port under which the other instances reach this one
 * @param threads stream threads
 * @param replicationFactor of the topics created here; -1 takes the brokers' default
 * @param standbyReplicas copies of the stores on other instances, where more than one runs
 * @param commitInterval how often facts are stored; figures do not wait for it, a restart reads as
 *     much of the ledger again
 * @param publishInterval how often results go out to the statistics topics; zero for never
 */
@ConfigurationProperties("tsunagu")
public record StatsProperties(
    @Nullable String networkId,
    @DefaultValue("data/stats-state") Path stateDir,
    @DefaultValue("stats-1") String instance,
    @DefaultValue("127.0.0.1:8300") String advertised,
    @DefaultValue("1") int threads,
    @DefaultValue("-1") int replicationFactor,
    @DefaultValue("0") int standbyReplicas,
    @DefaultValue("1s") Duration commitInterval,
    @DefaultValue("5s") Duration publishInterval)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    faults.requireNetworkId(networkId);
  }

  /** The network. */
  public NetworkId network() {
    return new NetworkId(Objects.requireNonNull(networkId));
  }
}
