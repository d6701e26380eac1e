/** All services of one network in one process: start, readiness, and the order of stopping. */
@NullMarked
package jp.tsunagu.compose.run;

import org.jspecify.annotations.NullMarked;
