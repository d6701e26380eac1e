/** Faults: what is done to a running network, under load, and what the checker says of it. */
@NullMarked
package jp.tsunagu.compose.fault;

import org.jspecify.annotations.NullMarked;
