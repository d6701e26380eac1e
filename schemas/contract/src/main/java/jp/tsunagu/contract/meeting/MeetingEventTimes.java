package jp.tsunagu.contract.meeting;

import java.time.Instant;

/**
 * When something of a meeting happened and was decided.
 *
 * @param occurredAt when it really happened
 * @param recordedAt when the scheduler decided it
 */
public record MeetingEventTimes(Instant occurredAt, Instant recordedAt) {}
