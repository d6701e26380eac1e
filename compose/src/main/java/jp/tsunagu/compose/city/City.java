package jp.tsunagu.compose.city;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.start.StartRefused;

/**
 * The city of a run, as its network.yaml describes it: who gets a connector and a token.
 *
 * @param network prefix of every topic
 * @param name as people call it
 * @param agencies everyone with a connector except the desk, in the order of the file
 * @param incarnation 0 until the network was restored from a backup, higher after each restoration
 */
public record City(
    NetworkId network, String name, AgencyId desk, List<AgencyId> agencies, int incarnation) {

  /** Keeps an unmodifiable copy. */
  public City {
    agencies = List.copyOf(agencies);
  }

  /**
   * Reads it.
   *
   * @throws StartRefused with every fault of the file, in Japanese
   */
  public static City read(Path networkFile) {
    return of(NetworkFile.usable(networkFile));
  }

  private static City of(NetworkConfiguration network) {
    var desk = network.settings().deskId();
    var agencies =
        network.agenciesWithConnector().stream()
            .map(Agency::agencyId)
            .filter(agency -> !agency.equals(desk))
            .toList();
    return new City(
        network.settings().networkId(),
        network.settings().name(),
        desk,
        agencies,
        network.settings().incarnation());
  }

  /** Everyone with a connector, the desk last. */
  public List<AgencyId> everyone() {
    return Stream.concat(agencies.stream(), Stream.of(desk)).toList();
  }
}
