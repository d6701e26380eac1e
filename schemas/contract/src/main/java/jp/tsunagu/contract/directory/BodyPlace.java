package jp.tsunagu.contract.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where a body meets, and how much fits.
 *
 * @param capacityMinutes of one meeting, breaks included
 * @param slot bodies with the same slot share hours, room and capacity; none for a body alone
 */
public record BodyPlace(int capacityMinutes, @Nullable String room, @Nullable String slot) {}
