/**
 * What the scheduler reads: the ledger folded into cases, the directory, its own meetings and
 * inbox, each followed on a thread of its own, and up to which moment the ledger is known.
 */
@NullMarked
package jp.tsunagu.scheduler.knowledge;

import org.jspecify.annotations.NullMarked;
