package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Folds events into what an agency knows of its cases and referrals. */
@Component
public final class Projection {

  static final String SAVE_LEG =
      """
      insert into referral (referral_id, case_id, side, stage, is_open, version,
        respond_by, due_soon_at, unopened, question_open, goes_on, changed_at)
      values (:referralId, :caseId, :side, :stage, :isOpen, :version,
        :respondBy, :dueSoonAt, :unopened, :questionOpen, :goesOn, :changedAt)
      on conflict (referral_id) do update
        set side = excluded.side, stage = excluded.stage, is_open = excluded.is_open,
            version = excluded.version, respond_by = excluded.respond_by,
            due_soon_at = excluded.due_soon_at, unopened = excluded.unopened,
            question_open = excluded.question_open, goes_on = excluded.goes_on,
            changed_at = excluded.changed_at
      """;

  private final Codec codec;

  Projection(Codec codec) {
    this.codec = codec;
  }

  /** Takes an event in, inside the transaction that is running; gives the case after it. */
  public CaseState apply(AgencyDatabase database, CaseEvent event) {
    CaseId caseId = event.header().caseId();
    Instant at = event.header().recordedAt();
    CaseState before = lock(database, caseId, at);
    CaseState after = CaseLifecycle.evolve(before, event);
    save(database, after, at);
    after.referrals().stream()
        .filter(leg -> isTouched(leg, before, event))
        .forEach(leg -> save(database, after, leg, event.header().sequence()));
    after.referrals().stream()
        .filter(leg -> !isTouched(leg, before, event))
        .map(leg -> LegColumns.of(database.agency(), after, leg))
        .filter(now -> !now.equals(columns(database, before, now)))
        .forEach(now -> now.fill(database));
    return after;
  }

  /** What another leg or the case made of a leg that nothing happened to. */
  private static @Nullable LegColumns columns(
      AgencyDatabase database, CaseState before, LegColumns now) {
    return before
        .referral(new ReferralId(now.referralId()))
        .map(leg -> LegColumns.of(database.agency(), before, leg))
        .orElse(null);
  }

  /** Takes in a consent that was recorded before this agency took part. */
  public void show(AgencyDatabase database, ConsentShown shown) {
    CaseState before = lock(database, shown.caseId(), shown.recordedAt());
    save(database, CaseLifecycle.shown(before, shown.consent()), shown.recordedAt());
  }

  /** Nothing is known of the case any more, so that it can be folded anew in this transaction. */
  public void forget(AgencyDatabase database, CaseId caseId) {
    database
        .jdbc()
        .sql("update supported_case set state = null where case_id = :caseId")
        .param("caseId", caseId.value())
        .update();
  }

  /** The case as this agency knows it, if the network told it anything yet. */
  public Optional<CaseState> state(AgencyDatabase database, CaseId caseId) {
    return database
        .jdbc()
        .sql("select state from supported_case where case_id = :caseId and state is not null")
        .param("caseId", caseId.value())
        .query(byte[].class)
        .optional()
        .map(this::decode);
  }

  CaseState decode(byte[] content) {
    if (codec.decode(content) instanceof Decoded.Readable(CaseState state)) {
      return state;
    }
    throw new IllegalStateException("a stored case cannot be read");
  }

  /** Until the transaction ends, nobody else changes this case; gives what is known of it. */
  private CaseState lock(AgencyDatabase database, CaseId caseId, Instant at) {
    return database
        .jdbc()
        .sql(
            """
            insert into supported_case (case_id, changed_at) values (:caseId, :at)
            on conflict (case_id) do update set case_id = excluded.case_id
            returning state
            """)
        .param("caseId", caseId.value())
        .param("at", Columns.at(at))
        .query((row, _) -> Optional.ofNullable(row.getBytes("state")).map(this::decode))
        .single()
        .orElseGet(() -> CaseState.beforeFirst(caseId));
  }

  private void save(AgencyDatabase database, CaseState after, Instant at) {
    CaseNumber number = after.caseNumber();
    database
        .jdbc()
        .sql(
            """
            update supported_case
            set state = :state, case_number = :number, version = :version, changed_at = :at
            where case_id = :caseId
            """)
        .param("state", codec.encode(after))
        .param("number", number == null ? null : number.value())
        .param("version", after.sequence())
        .param("at", Columns.at(at))
        .param("caseId", after.caseId().value())
        .update();
  }

  private static boolean isTouched(Referral leg, CaseState before, CaseEvent event) {
    boolean named = referralOf(event).filter(leg.referralId()::equals).isPresent();
    return named || !Objects.equals(before.referral(leg.referralId()).orElse(null), leg);
  }

  /** The leg an event is about, if it is about one. */
  public static Optional<ReferralId> referralOf(CaseEvent event) {
    if (event instanceof ReferralEvent referral) {
      return Optional.of(referral.referralId());
    }
    return event instanceof CoordinationEvent.CaseHandedBack handedBack
        ? Optional.of(handedBack.referralId())
        : Optional.empty();
  }

  private static void save(AgencyDatabase database, CaseState after, Referral leg, long sequence) {
    database
        .jdbc()
        .sql(SAVE_LEG)
        .paramSource(row(database.agency(), after, leg, sequence))
        .update();
  }

  /** What {@link #SAVE_LEG} names. */
  static MapSqlParameterSource row(AgencyId agency, CaseState after, Referral leg, long sequence) {
    return LegColumns.of(agency, after, leg)
        .parameters()
        .addValue("caseId", after.caseId().value())
        .addValue("side", side(agency, leg).name())
        .addValue("stage", leg.stage().getClass().getSimpleName())
        .addValue("isOpen", leg.isOpen())
        .addValue("version", sequence);
  }

  static Side side(AgencyId agency, Referral leg) {
    if (leg.receiver().equals(agency)) {
      return Side.RECEIVER;
    }
    return leg.sender().equals(agency) ? Side.SENDER : Side.OBSERVER;
  }
}
