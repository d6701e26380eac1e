package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.springframework.stereotype.Component;

/** What an agency knows of its cases and referrals, folded from events. */
@Component
public final class Projection {

  private final Codec codec;

  Projection(Codec codec) {
    this.codec = codec;
  }

  /** Reads and locks these cases, inside the transaction that is running. */
  public Cases open(AgencyDatabase database, Collection<CaseId> ids) {
    return new Cases(database, this, ids);
  }

  CaseState decode(byte[] content) {
    if (codec.decode(content) instanceof Decoded.Readable(CaseState state)) {
      return state;
    }
    throw new IllegalStateException("a stored case cannot be read");
  }

  /** A case as it is stored. */
  record CaseRow(CaseState state, Instant changedAt) {}

  /** Writes these over what stands there. */
  void save(AgencyDatabase database, List<CaseRow> cases) {
    Rows.of(cases)
        .with("case_id", "uuid", one -> one.state().caseId())
        .bytes("state", one -> codec.encode(one.state()))
        .with("case_number", "text", one -> one.state().caseNumber())
        .with("version", "bigint", one -> one.state().sequence())
        .with("changed_at", "timestamptz", CaseRow::changedAt)
        .in(
            database,
            """
            insert into supported_case (case_id, state, case_number, version, changed_at)
            select r.case_id, r.state, r.case_number, r.version, r.changed_at
            from {rows} order by r.n
            on conflict (case_id) do update
              set state = excluded.state, case_number = excluded.case_number,
                  version = excluded.version, changed_at = excluded.changed_at
            """)
        .update();
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
}
