/** Counts every figure again from the beginning of the ledger and compares. */
@NullMarked
package jp.tsunagu.stats.recount;

import org.jspecify.annotations.NullMarked;
