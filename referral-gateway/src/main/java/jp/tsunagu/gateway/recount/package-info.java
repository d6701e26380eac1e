/** Counts the ledger again and compares: what is stored must be what was recorded. */
@NullMarked
package jp.tsunagu.gateway.recount;

import org.jspecify.annotations.NullMarked;
