package jp.tsunagu.scheduler.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for one scheduler process ({@code tsunagu.*}).
 *
 * @param networkId the prefix of the network's topics (e.g. {@code kokubunji}); must be set
 * @param stateDir where Kafka Streams keeps its stores
 * @param instance name of this process; keep it over restarts
 * @param replicationFactor of internal topics; -1 takes the brokers' default
 * @param grace how long after a closing or a day of publication its agenda is built at the
 *     earliest: more than the clocks of gateway and scheduler may differ
 * @param settling how long what was decided at one moment may take to stand in the ledger
 * @param tick how often it is looked at what is due
 * @param answerPatience how long an HTTP request waits for the outcome of its command
 */
@ConfigurationProperties("tsunagu")
public record SchedulerProperties(
    @Nullable String networkId,
    @DefaultValue("data/scheduler-state") Path stateDir,
    @DefaultValue("scheduler-1") String instance,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("30s") Duration grace,
    @DefaultValue("500ms") Duration settling,
    @DefaultValue("1s") Duration tick,
    @DefaultValue("10s") Duration answerPatience)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    faults.requireNetworkId(networkId);
  }

  /** The network. */
  public String network() {
    return Objects.requireNonNull(networkId);
  }
}
