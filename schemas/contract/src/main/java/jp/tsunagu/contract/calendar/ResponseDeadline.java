package jp.tsunagu.contract.calendar;

import java.time.Instant;

/**
 * The deadline of one referral (回答期限).
 *
 * @param respondBy the receiver answers no later than this
 * @param dueSoonAt the receiver is reminded (期限接近); never before the sending, never after {@code
 *     respondBy}
 * @param endsOnClosedDay whether {@code respondBy} falls on a closed day (閉庁日), which the sender is
 *     told before sending
 * @param escalateAt the desk hears of it (期限超過); never before {@code respondBy}
 */
public record ResponseDeadline(
    Instant respondBy, Instant dueSoonAt, boolean endsOnClosedDay, Instant escalateAt) {}
