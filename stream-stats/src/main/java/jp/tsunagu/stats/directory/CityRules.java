package jp.tsunagu.stats.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.WorkingTime;
import jp.tsunagu.stats.table.CountingRules;

/** The rules of counting that follow from the directory and from what an operator chose. */
public final class CityRules {

  private CityRules() {}

  /** What figures depend on; empty until the network has been published. */
  public static Optional<FigureRules> figures(NetworkDirectory city) {
    return city.desk().map(desk -> new FigureRules(desk, new WorkingTime(city.officeCalendar())));
  }

  /** The rules of the tables: what an operator chose, else what the city's network.yaml says. */
  public static CountingRules tables(NetworkDirectory directory, Choices choices) {
    Set<AgencyId> desk = directory.desk().map(Set::of).orElse(Set.of());
    Map<AgencyId, Set<Programme>> programmes = new HashMap<>();
    directory
        .everyAgency()
        .forEach(agency -> programmes.put(agency.agencyId(), agency.work().programmes()));
    choices.programmes().forEach((agency, one) -> programmes.put(agency, Set.of(one)));
    return new CountingRules(
        counted(directory, choices, desk),
        choices.fieldsCounted(),
        choices.reopenedAs(),
        choices.windows().isEmpty() ? desk : choices.windows(),
        programmes,
        fields(directory),
        choices.notCountedInMeetings());
  }

  private static Set<AgencyId> counted(
      NetworkDirectory directory, Choices choices, Set<AgencyId> desk) {
    if (!choices.countedAgencies().isEmpty()) {
      return choices.countedAgencies();
    }
    Set<AgencyId> named =
        directory.everyAgency().stream()
            .filter(agency -> agency.work().countsConsultations())
            .map(Agency::agencyId)
            .collect(Collectors.toSet());
    return named.isEmpty() ? desk : named;
  }

  private static Map<AgencyId, StatisticsField> fields(NetworkDirectory directory) {
    return directory.everyAgency().stream()
        .collect(
            Collectors.toMap(
                Agency::agencyId, agency -> agency.work().statisticsField(), (one, _) -> one));
  }
}
