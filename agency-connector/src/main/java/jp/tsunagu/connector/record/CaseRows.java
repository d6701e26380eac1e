package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.aside.Incomplete;
import org.jspecify.annotations.Nullable;

/** Reads cases, and what makes them incomplete. */
final class CaseRows {

  private static final String NEWER = NewerRecord.NEW_LABEL + "があり、その内容は状態に入っていません。";

  private static final String SELECT =
      """
      select c.*,
             exists (select 1 from aside_record a
                     where a.held_key = c.case_id::text and a.settled is null) as is_held,
             exists (select 1 from inbox i where i.case_id = c.case_id and i.passed_over) as has_newer
      from supported_case c
      """;

  private CaseRows() {}

  static List<CaseView> with(AgencyDatabase database, Projection projection, CaseId caseId) {
    return with(database, projection, "c.case_id = :case", caseId.value());
  }

  static List<CaseView> with(
      AgencyDatabase database, Projection projection, CaseReference reference) {
    return switch (reference) {
      case CaseReference.ById(CaseId id) -> with(database, projection, id);
      case CaseReference.ByNumber(CaseNumber number) ->
          with(database, projection, "c.case_number = :case", number.value());
    };
  }

  private static List<CaseView> with(
      AgencyDatabase database, Projection projection, String condition, Object wanted) {
    return database
        .jdbc()
        .sql(SELECT + " where " + condition + " order by c.case_id")
        .param("case", wanted)
        .query((row, _) -> view(row, projection))
        .list();
  }

  /** Those older than this one, the newest first; none means from the newest on. */
  static List<CaseView> before(
      AgencyDatabase database, Projection projection, @Nullable CaseId before, int limit) {
    return database
        .jdbc()
        .sql(SELECT + " where (:all or c.case_id < :before) order by c.case_id desc limit :limit")
        .param("all", before == null)
        .param("before", before == null ? new UUID(0, 0) : before.value())
        .param("limit", limit)
        .query((row, _) -> view(row, projection))
        .list();
  }

  /** Their states, as far as the network told anything of them. */
  static Map<CaseId, CaseState> states(
      AgencyDatabase database, Projection projection, Set<CaseId> cases) {
    return database
        .jdbc()
        .sql(
            """
            select state from supported_case
            where case_id = any(:ids::uuid[]) and state is not null
            """)
        .param("ids", Columns.texts(cases))
        .query((row, _) -> projection.decode(row.getBytes("state")))
        .list()
        .stream()
        .collect(Collectors.toMap(CaseState::caseId, Function.identity()));
  }

  private static CaseView view(ResultSet row, Projection projection) throws SQLException {
    return new CaseView(
        new CaseId(row.getObject("case_id", UUID.class)),
        CaseNumberColumn.read(row),
        Optional.ofNullable(row.getBytes("state")).map(projection::decode),
        row.getLong("version"),
        Columns.instant(row, "changed_at"),
        incomplete(row.getBoolean("is_held"), row.getBoolean("has_newer")));
  }

  private static Optional<String> incomplete(boolean isHeld, boolean hasNewer) {
    if (isHeld) {
      return Optional.of(Incomplete.CASE);
    }
    return hasNewer ? Optional.of(NEWER) : Optional.empty();
  }
}
