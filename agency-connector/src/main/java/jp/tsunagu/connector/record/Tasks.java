package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The tasks of an agency; opened and closed by {@link TaskChanges}. */
public final class Tasks {

  private Tasks() {}

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

  /** Where a task stands among the others. */
  public record Place(Instant due, long id) {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Of this one. */
    public static Place of(Task task) {
      return new Place(task.due().orElse(NEVER).truncatedTo(ChronoUnit.MILLIS), task.id());
    }
  }

  private static final String PRESSING =
      "date_trunc('milliseconds', coalesce(task.due_at, timestamptz '9999-12-31 00:00Z'))";

  /** The same, whose day is next first. */
  static List<Task> pressing(
      AgencyDatabase database,
      @Nullable Hands hands,
      @Nullable Place after,
      int limit,
      Instant now) {
    String further = after == null ? "" : " and (" + PRESSING + ", id) > (:due, :id)";
    StatementSpec asked =
        asked(
                database,
                "select task.*" + CaseNumberColumn.of("task"),
                hands,
                further + " order by " + PRESSING + ", id limit :limit",
                now)
            .param("limit", limit);
    return (after == null
            ? asked
            : asked.param("due", Columns.at(after.due())).param("id", after.id()))
        .query((row, _) -> task(row))
        .list();
  }

  static int count(AgencyDatabase database, @Nullable Hands hands, Instant now) {
    return asked(database, "select count(*)", hands, "", now).query(Integer.class).single();
  }

  private static StatementSpec asked(
      AgencyDatabase database, String what, @Nullable Hands hands, String further, Instant now) {
    StatementSpec statement =
        database
            .jdbc()
            .sql(
                what
                    + " from task where done_at is null and since <= :now"
                    + (hands == null ? "" : " and " + inHands(hands))
                    + further)
            .param("now", Columns.at(now));
    return hands == null ? statement : statement.param("hands", Columns.texts(hands.colleagues()));
  }

  /** What is about a case is looked after by whoever has an open referral of it. */
  private static String inHands(Hands hands) {
    String owners =
        """
        exists (select 1 from referral r join assignment a on a.referral_id = r.referral_id
                where %s and (r.referral_id = task.referral_id
                  or task.referral_id is null and r.case_id = task.case_id and r.is_open))
        """;
    String ofThese = owners.formatted("a.colleague_id = any(:hands::uuid[])");
    return hands.nobody() ? "(" + ofThese + " or not " + owners.formatted("true") + ")" : ofThese;
  }

  static Task task(ResultSet row) throws SQLException {
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
