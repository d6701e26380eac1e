package jp.tsunagu.runtime.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.doctor.BrokerExamination;
import jp.tsunagu.runtime.doctor.CommonExaminations;
import jp.tsunagu.runtime.doctor.Examination;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a service with local state looks at: the broker, the directory and its machine.
 *
 * @param party who asks the broker
 * @param state where local state lies when the settings do not say
 */
public record ServiceExaminations(CommandSettings settings, Party party, String state) {

  private static final String NETWORK = "tsunagu.network-id";
  private static final String STATE = "tsunagu.state-dir";

  /**
   * In the network that the settings name.
   *
   * @param own see {@link BrokerExamination}
   * @param others see {@link BrokerExamination}
   * @throws StartRefused where they name none
   */
  public List<Examination> of(Set<AgencyId> own, Set<AgencyId> others) {
    String network = settings.get(NETWORK).orElse("");
    Faults faults = new Faults();
    faults.requireNetworkId(network);
    faults.refuseIfAny();
    return of(new Topics(new NetworkId(network)), own, others);
  }

  /**
   * In the network of these topics.
   *
   * @param own see {@link BrokerExamination}
   * @param others see {@link BrokerExamination}
   */
  public List<Examination> of(Topics topics, Set<AgencyId> own, Set<AgencyId> others) {
    Clock clock = Clock.systemUTC();
    Supplier<BrokerAccess> broker = SingletonSupplier.of(settings::broker);
    Path folder = Path.of(settings.get(STATE).orElse(state));
    return Stream.concat(
            Stream.of(
                new BrokerExamination(broker, party, topics, own, others, clock),
                new DirectoryExamination(broker, topics)),
            new CommonExaminations(settings, clock).ofMachine(folder).stream())
        .toList();
  }
}
