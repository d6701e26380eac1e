/** The ledger read from outside, and what can be counted from it alone. */
@NullMarked
package jp.tsunagu.compose.ledger;

import org.jspecify.annotations.NullMarked;
