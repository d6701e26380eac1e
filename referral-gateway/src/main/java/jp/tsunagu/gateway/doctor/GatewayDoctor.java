package jp.tsunagu.gateway.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.directory.ServiceExaminations;
import jp.tsunagu.runtime.doctor.Doctor;
import jp.tsunagu.runtime.doctor.Examination;
import jp.tsunagu.runtime.start.Faults;

/**
 * What the gateway looks at: network.yaml first, then the broker with the topics of every agency.
 */
public final class GatewayDoctor {

  private static final String FILE = "tsunagu.network-file";
  private static final String STATE = "data/gateway-state";

  private GatewayDoctor() {}

  /** Runs it; gives the exit code. */
  public static int run(String... arguments) {
    return Doctor.run(
        () -> CommandSettings.of("referral-gateway", arguments), GatewayDoctor::examinations);
  }

  private static List<Examination> examinations(CommandSettings settings) {
    String file = settings.get(FILE).orElse("");
    Faults faults = new Faults();
    faults.require(FILE, file, "network.yaml の場所", "/path/to/network.yaml");
    faults.refuseIfAny();
    NetworkConfiguration network = NetworkFile.usable(Path.of(file));
    Topics topics = new Topics(network.settings().networkId());
    Set<AgencyId> agencies =
        Stream.concat(
                network.agencies().stream().map(Agency::agencyId), Stream.of(AgencyId.SCHEDULER))
            .collect(Collectors.toSet());
    return new ServiceExaminations(settings, Party.GATEWAY, STATE).of(topics, Set.of(), agencies);
  }
}
