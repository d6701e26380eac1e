package jp.tsunagu.stats.directory;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;

/**
 * What an operator chose of the rules of the tables; where nothing was chosen the city's
 * network.yaml says it.
 */
public record Choices(
    Set<AgencyId> countedAgencies,
    FieldsCounted fieldsCounted,
    ReopenedAs reopenedAs,
    Set<AgencyId> windows,
    Map<AgencyId, Programme> programmes,
    Set<AgencyId> notCountedInMeetings) {

  public Choices {
    countedAgencies = Set.copyOf(countedAgencies);
    windows = Set.copyOf(windows);
    programmes = Map.copyOf(programmes);
    notCountedInMeetings = Set.copyOf(notCountedInMeetings);
  }
}
