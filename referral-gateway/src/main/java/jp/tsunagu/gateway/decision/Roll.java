package jp.tsunagu.gateway.decision;

import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;

/**
 * What of the directory (名簿) tells who takes part in a case.
 *
 * @param desk the coordination desk; it stands in for whoever has left
 * @param left agencies that have left (名簿から外れた)
 */
public record Roll(AgencyId desk, Set<AgencyId> left) {

  /** Keeps an unmodifiable copy. */
  public Roll {
    left = Set.copyOf(left);
  }

  /** As the directory says; {@link AgencyId#GATEWAY}, who is nobody, before there are settings. */
  public static Roll of(NetworkDirectory directory) {
    return new Roll(
        directory.desk().orElse(AgencyId.GATEWAY),
        directory.formerAgencies().stream()
            .map(Agency::agencyId)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether this agency has left. */
  public boolean hasLeft(AgencyId agency) {
    return left.contains(agency);
  }
}
