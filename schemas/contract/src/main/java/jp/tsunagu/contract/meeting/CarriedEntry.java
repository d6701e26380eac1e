package jp.tsunagu.contract.meeting;

import java.time.LocalDate;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not on an agenda it could have been on.
 *
 * @param next the day of the meeting it is carried to (Asia/Tokyo); none if an extra meeting is
 *     proposed
 */
public record CarriedEntry(ItemRef item, CarryReason reason, @Nullable LocalDate next) {}
