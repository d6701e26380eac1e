/** The figure lines of the acceptance scenarios. */
@NullMarked
package jp.tsunagu.stats.scenario;

import org.jspecify.annotations.NullMarked;
