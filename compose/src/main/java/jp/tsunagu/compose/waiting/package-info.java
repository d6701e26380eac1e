/** Pauses with a limit. */
@NullMarked
package jp.tsunagu.compose.waiting;

import org.jspecify.annotations.NullMarked;
