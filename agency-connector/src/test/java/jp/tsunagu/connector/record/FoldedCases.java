package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wire.Codec;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Very many cases at once: folded as {@link Cases} folds them and written with its statement, in
 * lots.
 */
public final class FoldedCases {

  private static final int LOT = 500;

  private final AgencyDatabase database;
  private final Codec codec;
  private final List<SqlParameterSource> cases = new ArrayList<>();
  private final List<LegRow> legs = new ArrayList<>();

  /** Nothing is written yet. */
  public FoldedCases(AgencyDatabase database, Codec codec) {
    this.database = database;
    this.codec = codec;
  }

  /** Takes in all that happened in one case, the first thing first. */
  public void take(List<CaseEvent> events, Instant at) {
    CaseState state = CaseState.beforeFirst(events.getFirst().header().caseId());
    for (CaseEvent event : events) {
      state = CaseLifecycle.evolve(state, event);
    }
    CaseState after = state;
    cases.add(
        new MapSqlParameterSource()
            .addValue("caseId", after.caseId().value())
            .addValue("state", codec.encode(after))
            .addValue("version", after.sequence())
            .addValue("at", Columns.at(at)));
    after
        .referrals()
        .forEach(leg -> legs.add(LegRow.of(database.agency(), after, leg, after.sequence())));
    if (cases.size() == LOT) {
      write();
    }
  }

  /** Writes what is not written yet. */
  public void write() {
    database.runInTransaction(
        () -> {
          database.forEach(
              "insert into supported_case (case_id, state, version, changed_at)"
                  + " values (:caseId, :state, :version, :at)",
              cases);
          LegRow.save(database, legs);
        });
    cases.clear();
    legs.clear();
  }
}
