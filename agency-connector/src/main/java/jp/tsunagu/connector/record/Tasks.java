package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;

/** What only a person can do; opened and closed inside the transaction that takes news in. */
public final class Tasks {

  private Tasks() {}

  /** A holder is asked to stop using a person's details and must answer. */
  public static void answerSharingStop(
      AgencyDatabase database, CaseId caseId, PersonRef person, Instant since) {
    database
        .jdbc()
        .sql(
            """
            insert into task (kind, case_id, person, since)
            select 'ANSWER_SHARING_STOP', :caseId, :person, :since
            where not exists (select 1 from task where kind = 'ANSWER_SHARING_STOP'
                              and case_id = :caseId and person = :person and done_at is null)
            """)
        .param("caseId", caseId.value())
        .param("person", person.number())
        .param("since", Columns.at(since))
        .update();
  }

  /** The stop was answered. */
  public static void sharingStopAnswered(
      AgencyDatabase database, CaseId caseId, PersonRef person, Instant when) {
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when
            where kind = 'ANSWER_SHARING_STOP' and case_id = :caseId and person = :person
              and done_at is null
            """)
        .param("when", Columns.at(when))
        .param("caseId", caseId.value())
        .param("person", person.number())
        .update();
  }

  /** Somebody needs a dossier of ours, and the connector sees no basis by itself. */
  public static void provideDossier(
      AgencyDatabase database,
      CaseId caseId,
      ReferralId referralId,
      DossierId dossierId,
      AgencyId recipient,
      Instant since) {
    database
        .jdbc()
        .sql(
            """
            insert into task (kind, case_id, referral_id, dossier_id, recipient, since)
            values ('PROVIDE_DOSSIER', :caseId, :referralId, :dossierId, :recipient, :since)
            """)
        .param("caseId", caseId.value())
        .param("referralId", referralId.value(), Types.OTHER)
        .param("dossierId", dossierId.value(), Types.OTHER)
        .param("recipient", recipient.value())
        .param("since", Columns.at(since))
        .update();
  }

  /** What these agencies needed was provided: the dossier itself, or one written instead. */
  public static void dossierProvided(
      AgencyDatabase database,
      CaseId caseId,
      ReferralId referralId,
      DossierId dossierId,
      Set<AgencyId> recipients,
      Instant when) {
    database
        .jdbc()
        .sql(
            """
            update task set done_at = :when
            where kind = 'PROVIDE_DOSSIER' and case_id = :caseId and done_at is null
              and (dossier_id = :dossierId
                   or (referral_id = :referralId and recipient = any(:recipients::text[])))
            """)
        .param("when", Columns.at(when))
        .param("caseId", caseId.value())
        .param("dossierId", dossierId.value())
        .param("referralId", referralId.value())
        .param("recipients", Columns.texts(recipients))
        .update();
  }

  /** Those that are to be done by now. */
  static List<Task> open(AgencyDatabase database, long after, int limit, Instant now) {
    return database
        .jdbc()
        .sql(
            "select task.*"
                + CaseNumberColumn.of("task")
                + " from task where done_at is null and since <= :now and id > :after"
                + " order by id limit :limit")
        .param("now", Columns.at(now))
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> task(row))
        .list();
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getLong("id"),
        Task.Kind.valueOf(row.getString("kind")),
        new CaseId(row.getObject("case_id", UUID.class)),
        CaseNumberColumn.read(row),
        new Task.About(
            Columns.integer(row, "person").map(PersonRef::new),
            Columns.uuid(row, "referral_id").map(ReferralId::new),
            Columns.uuid(row, "dossier_id").map(DossierId::new),
            Optional.ofNullable(row.getString("recipient")).map(AgencyId::new),
            Columns.uuid(row, "meeting_request_id").map(MeetingRequestId::new),
            Optional.ofNullable(row.getString("meeting_id")).map(MeetingId::new)),
        Columns.instant(row, "since"),
        Columns.moment(row, "due_at"));
  }
}
