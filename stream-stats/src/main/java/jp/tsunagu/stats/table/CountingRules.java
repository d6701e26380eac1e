package jp.tsunagu.stats.table;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;

/**
 * What a city chooses where the documents give no rule. Nothing stored depends on it: a change
 * takes effect with the next question.
 *
 * @param countedAgencies whose consultations the table of combinations counts (相談支援包括化推進員)
 * @param fieldsCounted which fields decide the row
 * @param reopenedAs how a case counts that comes back after its end
 * @param windows whose consultations are counted by who pointed there (総合相談窓口)
 * @param programmes what an agency carries out; of these 第1号 to 第4号 count by who holds a case, 第5号
 *     and 第6号 follow from events
 * @param attendanceFields the field under which an agency counts in meetings
 * @param notCountedInMeetings agencies left out there, such as the organiser
 */
public record CountingRules(
    Set<AgencyId> countedAgencies,
    FieldsCounted fieldsCounted,
    ReopenedAs reopenedAs,
    Set<AgencyId> windows,
    Map<AgencyId, Set<Programme>> programmes,
    Map<AgencyId, StatisticsField> attendanceFields,
    Set<AgencyId> notCountedInMeetings) {

  public CountingRules {
    countedAgencies = Set.copyOf(countedAgencies);
    windows = Set.copyOf(windows);
    programmes = Map.copyOf(programmes);
    attendanceFields = Map.copyOf(attendanceFields);
    notCountedInMeetings = Set.copyOf(notCountedInMeetings);
  }

  /** Which fields of a case count; one case is one row either way. */
  public enum FieldsCounted {
    /** As they were known when a counted agency received it. */
    AT_RECEPTION("受付時の分野"),
    /** As they are known now. */
    AS_SETTLED("確定後の分野");

    private final String label;

    FieldsCounted(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** How a case counts in the year in which it comes back. */
  public enum ReopenedAs {
    REOPENED,
    NEW,
    CARRIED_OVER
  }
}
