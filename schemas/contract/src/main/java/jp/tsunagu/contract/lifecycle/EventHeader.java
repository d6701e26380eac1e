package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * What every event of the ledger carries.
 *
 * @param sequence position in its case, from 1, without gaps
 * @param causedBy the command that caused it, or the referral that arrived or whose clock ran
 * @param incarnation 0 until the network was restored from a backup for the first time, higher
 *     after each restoration
 * @param caseNumber what people call the case; none where the numbers of its year are used up
 */
public record EventHeader(
    EventId eventId,
    CaseId caseId,
    long sequence,
    UUID causedBy,
    @Flat EventTimes times,
    @Flat ActedBy by,
    int incarnation,
    @Nullable CaseNumber caseNumber) {

  /**
   * Of what a system did, or nobody said who, in a network that was never restored, about a case
   * without a number.
   */
  public EventHeader(
      EventId eventId,
      CaseId caseId,
      long sequence,
      UUID causedBy,
      Instant occurredAt,
      Instant recordedAt,
      Instant enteredAt,
      @Nullable Instant phonedAt,
      AgencyId actor,
      @Nullable AgencyId onBehalfOf) {
    this(
        eventId,
        caseId,
        sequence,
        causedBy,
        new EventTimes(occurredAt, recordedAt, enteredAt, phonedAt),
        new ActedBy(actor, onBehalfOf, null),
        0,
        null);
  }

  /**
   * The same of what follows by itself: whoever it reaches does not learn whose act it followed.
   */
  public EventHeader byItself() {
    return new EventHeader(
        eventId,
        caseId,
        sequence,
        causedBy,
        times,
        new ActedBy(AgencyId.GATEWAY, null, null),
        incarnation,
        caseNumber);
  }

  /** When it really happened. */
  public Instant occurredAt() {
    return times.occurredAt();
  }

  /** When the gateway decided it; deadlines count from here. */
  public Instant recordedAt() {
    return times.recordedAt();
  }

  /** The agency that acted, {@link AgencyId#GATEWAY} for deadlines. */
  public AgencyId actor() {
    return by.actor();
  }
}
