package jp.tsunagu.contract.directory;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a body meets.
 *
 * @param recurrence RFC 5545 RRULE of its days, e.g. {@code FREQ=MONTHLY;BYDAY=2TU}; none for
 *     meetings called per case
 * @param closedDays what happens when the rule gives a closed day
 * @param begins Asia/Tokyo; none where {@code recurrence} is none
 */
public record BodyDays(
    @Nullable String recurrence, ClosedDayRule closedDays, @Nullable LocalTime begins) {}
