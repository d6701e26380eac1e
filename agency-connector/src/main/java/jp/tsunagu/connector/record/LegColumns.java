package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** By what a referral is found among others, as it follows from its case. */
record LegColumns(
    UUID referralId,
    @Nullable Instant respondBy,
    @Nullable Instant dueSoonAt,
    boolean unopened,
    boolean questionOpen,
    GoesOn goesOn,
    Instant changedAt,
    Urgency urgency) {

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
        WaitingRows.kept(progress.changedAt()),
        leg.urgency());
  }

  /** Rows with these columns of each. */
  static <T> Rows<T> with(Rows<T> rows, Function<T, LegColumns> columns) {
    return rows.with("referral_id", "uuid", row -> columns.apply(row).referralId())
        .with("respond_by", "timestamptz", row -> columns.apply(row).respondBy())
        .with("due_soon_at", "timestamptz", row -> columns.apply(row).dueSoonAt())
        .with("unopened", "boolean", row -> columns.apply(row).unopened())
        .with("question_open", "boolean", row -> columns.apply(row).questionOpen())
        .with("goes_on", "text", row -> columns.apply(row).goesOnCode())
        .with("changed_at", "timestamptz", row -> columns.apply(row).changedAt())
        .with("urgency", "text", row -> columns.apply(row).urgency());
  }

  private @Nullable GoesOn goesOnCode() {
    return goesOn == GoesOn.NOBODY ? null : goesOn;
  }
}
