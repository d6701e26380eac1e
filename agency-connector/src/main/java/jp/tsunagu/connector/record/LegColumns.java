package jp.tsunagu.connector.record;

import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** By what a referral that waits is found, as it follows from its case. */
record LegColumns(
    UUID referralId,
    @Nullable Instant respondBy,
    @Nullable Instant dueSoonAt,
    boolean unopened,
    boolean questionOpen,
    GoesOn goesOn,
    Instant changedAt) {

  static LegColumns of(AgencyId agency, CaseState state, Referral leg) {
    Progress progress = leg.progress();
    ResponseClock clock = progress.clock();
    return new LegColumns(
        leg.referralId().value(),
        clock == null ? null : WaitingRows.kept(clock.respondBy()),
        clock == null ? null : WaitingRows.kept(clock.dueSoonAt()),
        leg.waitsToBeOpened(),
        progress.questionOpen(),
        GoesOn.waiting(agency, state, leg),
        WaitingRows.kept(progress.changedAt()));
  }

  /** Writes them over what stands there. */
  void fill(AgencyDatabase database) {
    database
        .jdbc()
        .sql(
            """
            update referral
            set respond_by = :respondBy, due_soon_at = :dueSoonAt, unopened = :unopened,
                question_open = :questionOpen, goes_on = :goesOn, changed_at = :changedAt
            where referral_id = :referralId
            """)
        .paramSource(parameters())
        .update();
  }

  /** For a statement that names them. */
  MapSqlParameterSource parameters() {
    return new MapSqlParameterSource()
        .addValue("referralId", referralId)
        .addValue("respondBy", moment(respondBy), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("dueSoonAt", moment(dueSoonAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("unopened", unopened)
        .addValue("questionOpen", questionOpen)
        .addValue("goesOn", goesOn == GoesOn.NOBODY ? null : goesOn.name(), Types.VARCHAR)
        .addValue("changedAt", Columns.at(changedAt));
  }

  private static @Nullable Object moment(@Nullable Instant moment) {
    return moment == null ? null : Columns.at(moment);
  }
}
