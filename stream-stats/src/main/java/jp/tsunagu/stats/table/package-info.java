/** The yearly tables that cities publish, counted from the facts of all cases, pure. */
@NullMarked
package jp.tsunagu.stats.table;

import org.jspecify.annotations.NullMarked;
