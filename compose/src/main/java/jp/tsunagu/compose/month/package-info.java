/** A demonstration: a month of meetings passes, and a case comes back by itself. */
@NullMarked
package jp.tsunagu.compose.month;

import org.jspecify.annotations.NullMarked;
