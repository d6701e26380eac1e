/** Waiting with a limit. */
@NullMarked
package jp.tsunagu.runtime.waiting;

import org.jspecify.annotations.NullMarked;
