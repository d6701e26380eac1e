/** Whole households on their way through a city, on the real thing, in the time of their story. */
@NullMarked
package jp.tsunagu.compose.scenario;

import org.jspecify.annotations.NullMarked;
