package jp.tsunagu.runtime.page;

import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param limit how many items at most, 1 to {@value Query#LARGEST_PAGE}
 * @param after where it begins; none for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {}
