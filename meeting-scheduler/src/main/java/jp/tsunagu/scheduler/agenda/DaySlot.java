package jp.tsunagu.scheduler.agenda;

import java.time.Instant;

/**
 * The place of an item in the order of the day.
 *
 * @param position in its lane, from 1
 */
public record DaySlot(int position, Instant startsAt, int minutes) {}
