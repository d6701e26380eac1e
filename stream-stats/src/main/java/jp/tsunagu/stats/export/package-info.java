/** Reports as files for spreadsheets. */
@NullMarked
package jp.tsunagu.stats.export;

import org.jspecify.annotations.NullMarked;
