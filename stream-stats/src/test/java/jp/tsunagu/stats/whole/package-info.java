/** The whole application against a real broker. */
@NullMarked
package jp.tsunagu.stats.whole;

import org.jspecify.annotations.NullMarked;
