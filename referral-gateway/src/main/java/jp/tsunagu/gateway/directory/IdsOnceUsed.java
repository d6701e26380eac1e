package jp.tsunagu.gateway.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.PlaceInFile;
import org.jspecify.annotations.Nullable;

/**
 * An id once used never goes to another agency: cases, keys and inboxes of the first would become
 * the second's. An agency that left is the same one only under its last name and kind; of one that
 * takes part either may change, but not both at once.
 */
public final class IdsOnceUsed {

  private static final String FIX = "別の機関には使ったことのないIDを付けてください。同じ機関を戻すときは、名前と kind を前と同じに書いてください。";

  private IdsOnceUsed() {}

  /**
   * What of the file gives an agency's id to another one, a line each; empty if nothing does.
   *
   * @param standing what the directory topic holds, by key
   */
  public static List<String> faults(
      NetworkConfiguration network, Map<String, DirectoryRecord> standing) {
    return network.agencies().stream()
        .flatMap(agency -> fault(network, agency, standing.get(agency.key())).stream())
        .toList();
  }

  private static Optional<String> fault(
      NetworkConfiguration network, Agency agency, @Nullable DirectoryRecord before) {
    return before instanceof Agency first && isAnother(first, agency)
        ? Optional.of(told(network, agency, first))
        : Optional.empty();
  }

  private static boolean isAnother(Agency first, Agency now) {
    boolean renamed = !first.name().equals(now.name());
    boolean otherKind = first.kind() != now.kind();
    return first.leftOn() == null ? renamed && otherKind : renamed || otherKind;
  }

  private static String told(NetworkConfiguration network, Agency agency, Agency first) {
    PlaceInFile place = network.placeOf(agency.agencyId());
    String left = first.leftOn() == null ? "" : "（" + first.leftOn() + "に名簿から外れた）";
    return place.fault(
        "の '"
            + agency.agencyId()
            + "' は "
            + first.name()
            + "・"
            + first.kind().label()
            + left
            + " のIDです。",
        FIX);
  }
}
