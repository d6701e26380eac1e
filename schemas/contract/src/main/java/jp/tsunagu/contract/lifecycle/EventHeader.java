package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What every event of the ledger carries.
 *
 * @param sequence position in its case, from 1, without gaps
 * @param causedBy the command that caused it, or for a deadline the referral whose clock ran
 * @param occurredAt when it really happened
 * @param recordedAt when the gateway decided it; deadlines count from here
 * @param enteredAt when the agency entered it; equal to {@code recordedAt} for deadlines
 * @param phonedAt when the other side was told by telephone first, if it was
 * @param actor the agency that acted, {@link AgencyId#GATEWAY} for deadlines
 * @param onBehalfOf the participant on paper for whom the actor recorded it (代行入力)
 * @param actingPerson who acted at the agency, as the command said; withheld in a protected case
 * @param incarnation how often the network was restored from a backup before this was decided
 * @param caseNumber what people call the case; none where the numbers of its year are used up
 */
public record EventHeader(
    EventId eventId,
    CaseId caseId,
    long sequence,
    UUID causedBy,
    Instant occurredAt,
    Instant recordedAt,
    Instant enteredAt,
    @Nullable Instant phonedAt,
    AgencyId actor,
    @Nullable AgencyId onBehalfOf,
    @Nullable ActingPerson actingPerson,
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
        occurredAt,
        recordedAt,
        enteredAt,
        phonedAt,
        actor,
        onBehalfOf,
        null,
        0,
        null);
  }
}
