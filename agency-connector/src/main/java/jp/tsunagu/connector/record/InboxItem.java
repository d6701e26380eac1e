package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;

/**
 * One piece of news, in the order it was taken in.
 *
 * @param position of this agency's inbox, ascending, with gaps; a cursor for paging
 * @param itemId stable id: the event's id, or one derived for a notice; a repeated delivery to the
 *     agency's system carries the same
 * @param caseId none for a notice about no case
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param recordedAt when the gateway recorded it
 */
public record InboxItem(
    long position,
    UUID itemId,
    String kind,
    Optional<CaseId> caseId,
    Optional<CaseNumber> caseNumber,
    Optional<ReferralId> referralId,
    Instant recordedAt,
    InboxContent content) {}
