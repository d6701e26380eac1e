/** A reading of topics that should not be. */
@NullMarked
package jp.tsunagu.violations.reading;

import org.jspecify.annotations.NullMarked;
