package jp.tsunagu.contract.lifecycle;

import java.time.Instant;

/**
 * Until when an answer is expected, fixed when a referral is sent.
 *
 * @param dueSoonAt when the receiver is told that the answer is due soon (期限接近)
 * @param respondBy the response deadline (回答期限)
 * @param escalateAt when an overdue answer is put before the desk
 * @param endsOnClosedDay the deadline falls on a day the offices are closed: telephone first
 */
public record ResponseClock(
    Instant dueSoonAt, Instant respondBy, Instant escalateAt, boolean endsOnClosedDay) {}
