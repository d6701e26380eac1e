package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, was decided and was written down.
 *
 * @param occurredAt when it really happened
 * @param recordedAt when the gateway decided it; deadlines count from here
 * @param enteredAt when the agency entered it; equal to {@code recordedAt} for deadlines
 * @param phonedAt when the other side was told by telephone first, if it was
 */
public record EventTimes(
    Instant occurredAt, Instant recordedAt, Instant enteredAt, @Nullable Instant phonedAt) {}
