package jp.tsunagu.stats.fact;

import java.time.Instant;

/**
 * A social resource that was missing (不足した社会資源).
 *
 * @param resource code of the city's list
 * @param recordedOn when it was noted, by business time
 */
public record ResourceGap(String resource, Instant recordedOn) {}
