package jp.tsunagu.scheduler.figures;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Which participating agencies count (参加機関のべ) and under which field; the documents do not say, so a
 * city chooses.
 *
 * @param countsOrganiser whether the organiser of a meeting counts in it
 * @param leftOut agencies that never count
 * @param fields under which field an agency counts; その他 for one that is not named
 */
public record ParticipantRules(
    boolean countsOrganiser, Set<AgencyId> leftOut, Map<AgencyId, StatisticsField> fields) {

  /** Keeps copies. */
  public ParticipantRules {
    leftOut = Set.copyOf(leftOut);
    fields = Map.copyOf(fields);
  }

  /** The field of each agency as the directory has it, of those that have left too. */
  public static ParticipantRules of(NetworkDirectory directory, boolean countsOrganiser) {
    return new ParticipantRules(
        countsOrganiser,
        Set.of(AgencyId.WITHHELD),
        directory.everyAgency().stream()
            .collect(
                Collectors.toMap(
                    Agency::agencyId, agency -> agency.work().statisticsField(), (one, _) -> one)));
  }

  /** The field this participation counts under; empty if it does not count. */
  Optional<StatisticsField> fieldOf(AgencyId agency, AgencyId organiser) {
    boolean counts = !leftOut.contains(agency) && (countsOrganiser || !agency.equals(organiser));
    return counts
        ? Optional.of(fields.getOrDefault(agency, StatisticsField.OTHER))
        : Optional.empty();
  }
}
