/**
 * The consultations of one fiscal year entered again, answered by simulated agency systems, and
 * counted again from the ledger.
 */
@NullMarked
package jp.tsunagu.compose.replay;

import org.jspecify.annotations.NullMarked;
