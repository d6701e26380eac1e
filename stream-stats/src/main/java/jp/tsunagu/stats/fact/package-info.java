/** What the statistics know of one case: its events folded to business times, pure and small. */
@NullMarked
package jp.tsunagu.stats.fact;

import org.jspecify.annotations.NullMarked;
