package jp.tsunagu.connector.record;

import java.time.Instant;
import java.time.LocalTime;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.Protection;

/**
 * The decision about a protection measure that comes to its last day: a task from a month before,
 * due at the end of that day, open until the measure is extended or lifted.
 */
public final class ProtectionTasks {

  private ProtectionTasks() {}

  /** It is to be decided about this measure, and about no earlier one of the case. */
  public static void decide(
      AgencyDatabase database, CaseId caseId, Protection protection, Instant when) {
    Instant due = TokyoTime.at(protection.until().plusDays(1), LocalTime.MIDNIGHT);
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when
            where kind = :kind and case_id = :caseId and done_at is null and due_at <> :due
            """)
        .param("when", Columns.at(when))
        .param("kind", Task.Kind.DECIDE_ON_PROTECTION.name())
        .param("caseId", caseId.value())
        .param("due", Columns.at(due))
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into task (kind, case_id, since, due_at)
            select :kind, :caseId, :since, :due
            where not exists (select 1 from task where kind = :kind and case_id = :caseId
                              and done_at is null)
            """)
        .param("kind", Task.Kind.DECIDE_ON_PROTECTION.name())
        .param("caseId", caseId.value())
        .param("since", Columns.at(TokyoTime.at(protection.remindsFrom(), LocalTime.MIDNIGHT)))
        .param("due", Columns.at(due))
        .update();
  }

  /** The measure was lifted. */
  public static void decided(AgencyDatabase database, CaseId caseId, Instant when) {
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when
            where kind = :kind and case_id = :caseId and done_at is null
            """)
        .param("when", Columns.at(when))
        .param("kind", Task.Kind.DECIDE_ON_PROTECTION.name())
        .param("caseId", caseId.value())
        .update();
  }
}
