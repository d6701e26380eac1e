/** The one clock of all services, which demonstrations can put forward. */
@NullMarked
package jp.tsunagu.compose.clock;

import org.jspecify.annotations.NullMarked;
