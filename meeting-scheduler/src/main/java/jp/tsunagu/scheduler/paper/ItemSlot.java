package jp.tsunagu.scheduler.paper;

import java.time.LocalTime;

/**
 * The place of an item in the order of the day.
 *
 * @param number its place, from 1
 * @param minutes what it is given
 */
public record ItemSlot(int number, LocalTime startsAt, int minutes) {}
