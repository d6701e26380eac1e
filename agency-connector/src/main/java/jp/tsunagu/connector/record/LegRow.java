package jp.tsunagu.connector.record;

import java.util.Collection;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;

/**
 * A referral as it is stored.
 *
 * @param version the sequence of what happened to it last; a smaller one than is stored changes
 *     nothing of that
 */
record LegRow(
    UUID caseId, Side side, String stage, boolean isOpen, long version, LegColumns columns) {

  static LegRow of(AgencyId agency, CaseState state, Referral leg, long version) {
    return new LegRow(
        state.caseId().value(),
        Side.of(agency, leg),
        leg.stage().getClass().getSimpleName(),
        leg.isOpen(),
        version,
        LegColumns.of(agency, state, leg));
  }

  /** Writes these over what stands there; no referral stands among them twice. */
  static void save(AgencyDatabase database, Collection<LegRow> legs) {
    if (legs.isEmpty()) {
      return;
    }
    Rows<LegRow> rows =
        Rows.of(legs)
            .with("case_id", "uuid", LegRow::caseId)
            .with("side", "text", LegRow::side)
            .with("stage", "text", LegRow::stage)
            .with("is_open", "boolean", LegRow::isOpen)
            .with("version", "bigint", LegRow::version);
    LegColumns.with(rows, LegRow::columns)
        .in(
            database,
            """
            insert into referral (referral_id, case_id, side, stage, is_open, version,
              respond_by, due_soon_at, unopened, question_open, goes_on, changed_at, urgency)
            select r.referral_id, r.case_id, r.side, r.stage, r.is_open, r.version,
              r.respond_by, r.due_soon_at, r.unopened, r.question_open, r.goes_on, r.changed_at,
              r.urgency
            from {rows} order by r.referral_id
            on conflict (referral_id) do update
              set side = excluded.side, stage = excluded.stage, is_open = excluded.is_open,
                  version = greatest(referral.version, excluded.version),
                  respond_by = excluded.respond_by,
                  due_soon_at = excluded.due_soon_at, unopened = excluded.unopened,
                  question_open = excluded.question_open, goes_on = excluded.goes_on,
                  changed_at = excluded.changed_at, urgency = excluded.urgency
            """)
        .update();
  }
}
