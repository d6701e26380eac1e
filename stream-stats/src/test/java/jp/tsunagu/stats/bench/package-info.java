/** What the statistics cost, beside the bare broker in the same run. */
@NullMarked
package jp.tsunagu.stats.bench;

import org.jspecify.annotations.NullMarked;
