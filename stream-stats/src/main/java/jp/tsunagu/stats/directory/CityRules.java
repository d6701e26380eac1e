package jp.tsunagu.stats.directory;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.WorkingTime;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.Programme;

/** The rules of counting that follow from the directory and from what an operator chose. */
public final class CityRules {

  /** Who carries out 第1号 unless the operator says otherwise: the four kinds the law names. */
  private static final Set<AgencyKind> COMPREHENSIVE =
      EnumSet.of(
          AgencyKind.COMMUNITY_SUPPORT,
          AgencyKind.DISABILITY_CONSULTATION,
          AgencyKind.CHILD_AND_FAMILY,
          AgencyKind.POVERTY_COUNTER);

  private CityRules() {}

  /** What figures depend on; empty until the network has been published. */
  public static Optional<FigureRules> figures(NetworkDirectory city) {
    return city.desk().map(desk -> new FigureRules(desk, new WorkingTime(city.officeCalendar())));
  }

  /** The rules of the tables: the choices, with the desk where nobody was chosen. */
  public static CountingRules tables(NetworkDirectory directory, Choices choices) {
    Set<AgencyId> desk = directory.desk().map(Set::of).orElse(Set.of());
    Map<AgencyId, Programme> programmes =
        directory.everyAgency().stream()
            .filter(agency -> COMPREHENSIVE.contains(agency.kind()))
            .collect(
                Collectors.toMap(
                    Agency::agencyId,
                    _ -> Programme.COMPREHENSIVE_SUPPORT,
                    (one, _) -> one,
                    HashMap::new));
    programmes.putAll(choices.programmes());
    return new CountingRules(
        choices.countedAgencies().isEmpty() ? desk : choices.countedAgencies(),
        choices.fieldsCounted(),
        choices.reopenedAs(),
        choices.windows().isEmpty() ? desk : choices.windows(),
        programmes,
        fields(directory),
        choices.notCountedInMeetings());
  }

  private static Map<AgencyId, StatisticsField> fields(NetworkDirectory directory) {
    return directory.everyAgency().stream()
        .collect(Collectors.toMap(Agency::agencyId, Agency::statisticsField, (one, _) -> one));
  }
}
