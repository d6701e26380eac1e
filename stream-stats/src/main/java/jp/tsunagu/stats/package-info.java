/** Live caseload, response times and statutory tables, counted from the ledger. */
@NullMarked
package jp.tsunagu.stats;

import org.jspecify.annotations.NullMarked;
