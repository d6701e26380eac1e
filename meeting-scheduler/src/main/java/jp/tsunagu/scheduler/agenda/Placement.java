package jp.tsunagu.scheduler.agenda;

import java.util.List;

/**
 * Who has a place.
 *
 * @param slots in order of time
 * @param noRoom who has none
 */
record Placement(List<Slot> slots, List<Entry> noRoom) {}
