package jp.tsunagu.scheduler.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The desk wants an item on an agenda.
 *
 * @param reason a code of the city's list
 * @param startsAt none leaves the time to the agenda
 */
public record HandPlacement(String reason, @Nullable Instant startsAt) {}
